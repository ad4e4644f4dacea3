using BenchmarkDotNet.Jobs;
using KeyedState.Harness;

namespace KeyedState.Benchmarks.Launches;

/// <summary>
/// What the suite tells a launch: where to leave its note, and what to do. They travel as environment variables, because a
/// launch is a process of BenchmarkDotNet's.
/// </summary>
/// <param name="NotePath">Where the launch leaves its note; null when nobody asked for one.</param>
/// <param name="Plan">What to do; null where BenchmarkDotNet's own command line started the launch.</param>
internal sealed record LaunchSettings(string? NotePath, LaunchPlan? Plan)
{
    private const string NoteVariable = "KEYEDSTATE_LAUNCH_NOTE";
    internal const string PlanVariable = "KEYEDSTATE_LAUNCH_PLAN";

    /// <summary>The settings that the suite gave.</summary>
    public static LaunchSettings FromEnvironment() => new(
        Environment.GetEnvironmentVariable(NoteVariable),
        Environment.GetEnvironmentVariable(PlanVariable) is { Length: > 0 } plan ? LaunchPlan.Parse(plan) : null);

    public IEnumerable<EnvironmentVariable> ToVariables() =>
    [
        new(NoteVariable, NotePath ?? string.Empty),
        new(PlanVariable, Plan?.ToString() ?? string.Empty),
    ];
}
