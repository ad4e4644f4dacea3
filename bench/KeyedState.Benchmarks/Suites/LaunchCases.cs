using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The cases of BenchmarkDotNet's that stand for planned launches.</summary>
internal static class LaunchCases
{
    /// <summary>Makes a case for every launch, in the same order.</summary>
    public static IReadOnlyList<(BenchmarkCase Case, PlannedLaunch Launch)> Make(
        IReadOnlyList<PlannedLaunch> launches, ImmutableConfig config, string noteFolder, IToolchain toolchain)
    {
        var declared = launches
            .Select(launch => launch.Look.Benchmarks)
            .Distinct()
            .ToDictionary(type => type, Descriptors);
        var piloted = launches
            .Select(launch => launch.State)
            .Distinct()
            .ToDictionary(state => state, state => WithOperations(declared[state.Look.Benchmarks][state.Entry.Name], state.Operations));
        return [.. launches.Select(launch => (launch.ToCase(piloted[launch.State], config, noteFolder, toolchain), launch))];
    }

    private static Dictionary<string, Descriptor> Descriptors(Type benchmarks) =>
        BenchmarkConverter.TypeToBenchmarks(benchmarks, SuiteConfig.ForTables()).BenchmarksCases
            .Select(benchmark => benchmark.Descriptor)
            .DistinctBy(descriptor => descriptor.WorkloadMethod.Name)
            .ToDictionary(descriptor => descriptor.WorkloadMethod.Name);

    // The attribute's number is a constant; BenchmarkDotNet divides by the descriptor's.
    private static Descriptor WithOperations(Descriptor benchmark, int operations) => new(
        benchmark.Type,
        benchmark.WorkloadMethod,
        benchmark.GlobalSetupMethod,
        benchmark.GlobalCleanupMethod,
        benchmark.IterationSetupMethod,
        benchmark.IterationCleanupMethod,
        benchmark.WorkloadMethodDisplayInfo,
        benchmark.AdditionalLogic,
        benchmark.Baseline,
        benchmark.Categories,
        operations,
        benchmark.MethodIndex);
}
