using BenchmarkDotNet.Jobs;

namespace KeyedState.Benchmarks.Launches;

/// <summary>
/// What the suite tells a launch: where to leave its note, how long to warm up, and how long a state lasts. They travel as
/// environment variables, because a launch is a process of BenchmarkDotNet's.
/// </summary>
/// <param name="NotePath">Where the launch leaves its note; null when nobody asked for one.</param>
/// <param name="Warmup">How long to run before the first measured invocation.</param>
/// <param name="FreshState">Whether every invocation has a state of its own.</param>
internal sealed record LaunchSettings(string? NotePath, WarmupPlan Warmup, bool FreshState)
{
    internal const string WarmupVariable = "KEYEDSTATE_LAUNCH_WARMUP_MS";

    private const string FreshStateVariable = "KEYEDSTATE_LAUNCH_FRESH_STATE";
    private const string NoteVariable = "KEYEDSTATE_LAUNCH_NOTE";

    /// <summary>
    /// The settings that the suite gave. A launch that the suite did not start, such as one of
    /// BenchmarkDotNet's own command line, warms up all the same: its few warm-up rounds would measure
    /// unoptimised code.
    /// </summary>
    public static LaunchSettings FromEnvironment() => new(
        Environment.GetEnvironmentVariable(NoteVariable),
        WarmupPlan.Parse(Environment.GetEnvironmentVariable(WarmupVariable)) ?? WarmupPlan.Usual,
        Environment.GetEnvironmentVariable(FreshStateVariable) == "1");

    public IEnumerable<EnvironmentVariable> ToVariables() =>
    [
        new(NoteVariable, NotePath ?? string.Empty),
        new(WarmupVariable, Warmup.ToString()),
        new(FreshStateVariable, FreshState ? "1" : "0"),
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
