using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The cases of BenchmarkDotNet's that stand for planned launches.</summary>
internal static class LaunchCases
{
    /// <summary>Makes a case for every launch, in the same order.</summary>
    public static IReadOnlyList<(BenchmarkCase Case, PlannedLaunch Launch)> Make(
        IReadOnlyList<PlannedLaunch> launches, ImmutableConfig config, string noteFolder)
    {
        var descriptors = launches
            .Select(launch => launch.Plan.Benchmarks)
            .Distinct()
            .ToDictionary(type => type, Descriptors);
        return [.. launches.Select(launch => (
            launch.ToCase(descriptors[launch.Plan.Benchmarks][launch.Entry.Name], config, noteFolder), launch))];
    }

    private static Dictionary<string, Descriptor> Descriptors(Type benchmarks) =>
        BenchmarkConverter.TypeToBenchmarks(benchmarks, SuiteConfig.ForTables()).BenchmarksCases
            .Select(benchmark => benchmark.Descriptor)
            .DistinctBy(descriptor => descriptor.WorkloadMethod.Name)
            .ToDictionary(descriptor => descriptor.WorkloadMethod.Name);
}
