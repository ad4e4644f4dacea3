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

    /// <summary>
    /// The file by which the suite calls off the remaining launches of a state: BenchmarkDotNet's list of
    /// launches can't be shortened once it runs.
    /// </summary>
    public static string CallOffPath(string noteFolder, string state) => Path.Combine(noteFolder, state + ".called-off");

    /// <summary>Whether the suite has called off what is left of <paramref name="state"/>.</summary>
    public bool IsCalledOff(string state) =>
        Path.GetDirectoryName(NotePath) is { Length: > 0 } folder && File.Exists(CallOffPath(folder, state));
}
