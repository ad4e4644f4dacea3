using System.Reflection;
using BenchmarkDotNet.Attributes;
using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Launches;
using KeyedState.Harness;

namespace KeyedState.Tests.Benchmarks;

public sealed class KeyedStateBenchmarksTests
{
    public static TheoryData<string> States => [.. SuiteCatalogue.Default.Entries.Select(entry => entry.Name)];

    [Fact]
    public void Benchmarks_EveryStateOfTheCatalogue_HasItsLine()
    {
        var missing = SuiteCatalogue.Default.Entries.Where(entry => Line(entry.Name) is null).Select(entry =>
            $"[Benchmark(OperationsPerInvoke = ...)] public void {entry.Name}() => Run<{entry.Type.Name}>();");

        Assert.True(!missing.Any(), $"{nameof(KeyedStateBenchmarks)} lacks: {string.Join(Environment.NewLine, missing)}");
    }

    [Fact]
    public void Benchmarks_EveryLine_IsAState() =>
        Assert.All(Lines(), line => Assert.NotNull(SuiteCatalogue.Default.Find(line.Name)));

    [Fact]
    public void Benchmarks_OneLine_IsTheBaseline() =>
        Assert.Single(Lines(), line => line.GetCustomAttribute<BenchmarkAttribute>()!.Baseline);

    [Fact]
    public void Benchmarks_WorkOfEveryLine_IsTheSameForEachWorker() => Assert.All(
        Lines(), line => Assert.Equal(0, line.GetCustomAttribute<BenchmarkAttribute>()!.OperationsPerInvoke % Scenario.GoByExample.Workers));

    [Theory]
    [MemberData(nameof(States))]
    public void Benchmark_OfAState_MeasuresThatState(string state)
    {
        Environment.SetEnvironmentVariable(
            LaunchSettings.PlanVariable, new LaunchPlan(Scenario.GoByExample, FixedWork.Small, WarmupPlan.None, StateLifetime.Launch).ToString());
        var line = Line(state);
        Assert.NotNull(line);
        var benchmarks = new ThroughputBenchmarks();
        try
        {
            line.Invoke(benchmarks, null);

            Assert.Equal(state, benchmarks.Measured?.Name);
        }
        finally
        {
            benchmarks.End();
        }
    }

    private static MethodInfo? Line(string state) => Lines().SingleOrDefault(line => line.Name == state);

    private static IEnumerable<MethodInfo> Lines() =>
        typeof(KeyedStateBenchmarks).GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)));
}
