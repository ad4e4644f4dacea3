using System.Globalization;
using BenchmarkDotNet.Jobs;

namespace KeyedState.Benchmarks.Launches;

/// <summary>
/// What the suite tells a launch: where to leave its note and how long to warm up. They travel as
/// environment variables, because a launch is a process of BenchmarkDotNet's.
/// </summary>
/// <param name="NotePath">Where the launch leaves its note; null when nobody asked for one.</param>
/// <param name="Quiet">How long the compiler must have been at rest before the measurement begins.</param>
/// <param name="WarmupLimit">How long to wait for that; zero leaves out the warm-up.</param>
internal sealed record LaunchSettings(string? NotePath, TimeSpan Quiet, TimeSpan WarmupLimit)
{
    private const string NoteVariable = "KEYEDSTATE_LAUNCH_NOTE";
    private const string QuietVariable = "KEYEDSTATE_LAUNCH_QUIET_MS";
    internal const string WarmupLimitVariable = "KEYEDSTATE_LAUNCH_WARMUP_MS";

    /// <summary>
    /// The settings that the suite gave. A launch that the suite did not start, such as one of
    /// BenchmarkDotNet's own command line, warms up all the same: its few warm-up rounds would measure
    /// unoptimised code.
    /// </summary>
    public static LaunchSettings FromEnvironment() => new(
        Environment.GetEnvironmentVariable(NoteVariable),
        Milliseconds(QuietVariable) ?? Warmup.UsualQuiet,
        Milliseconds(WarmupLimitVariable) ?? Warmup.UsualLimit);

    public IEnumerable<EnvironmentVariable> ToVariables() =>
    [
        new(NoteVariable, NotePath ?? string.Empty),
        new(QuietVariable, Text(Quiet)),
        new(WarmupLimitVariable, Text(WarmupLimit)),
    ];

    /// <summary>
    /// The file by which the suite calls off the remaining launches of a state: BenchmarkDotNet's list of
    /// launches can't be shortened once it runs.
    /// </summary>
    public static string CallOffPath(string noteFolder, string state) => Path.Combine(noteFolder, state + ".called-off");

    /// <summary>Whether the suite has called off what is left of <paramref name="state"/>.</summary>
    public bool IsCalledOff(string state) =>
        Path.GetDirectoryName(NotePath) is { Length: > 0 } folder && File.Exists(CallOffPath(folder, state));

    private static string Text(TimeSpan time) => time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? Milliseconds(string variable) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
}
