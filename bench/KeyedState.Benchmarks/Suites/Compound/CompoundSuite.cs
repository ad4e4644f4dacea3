using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>The suite of operations that take more than one step.</summary>
internal static class CompoundSuite
{
    /// <summary>The suite's name.</summary>
    public const string Name = "compound";

    private const int Iterations = 2;
    private const int Rounds = 6;

    /// <summary>One core: what an operation costs. Code that waits by design has no place there.</summary>
    public static SeriesLook OneCore { get; } = new(
        Look.OneCore,
        Placement.QuietCore with { Lifetime = StateLifetime.Launch },
        SeriesLook.WindowOf(15),
        Iterations,
        [.. CompoundScenarios.All.Where(scenario => !scenario.Needs.Contains(Capability.ExclusiveUpdate))]);

    /// <summary>
    /// All cores. The code is optimised when it is first compiled, since no scenario has the seconds that the runtime's defaults take to settle.
    /// </summary>
    public static SeriesLook AllCores { get; } = new(
        Look.AllCores, Placement.QuietCores with { Lifetime = StateLifetime.Launch }, SeriesLook.WindowOf(30), Iterations, CompoundScenarios.All);

    /// <summary>The suite, with all cores first.</summary>
    public static SeriesSuite Suite { get; } = new(Name, [AllCores, OneCore], Rounds, TimeSpan.FromMinutes(9.8), CompoundScenarios.All)
    {
        CountCreations = (progress, interruption) => CreationCount.Run(Rounds, progress, interruption),
    };
}
