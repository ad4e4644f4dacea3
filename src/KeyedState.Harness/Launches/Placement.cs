namespace KeyedState.Harness;

/// <summary>Where and under which settings a state is driven.</summary>
/// <param name="Cores">How many cores the process is bound to; null where it has all.</param>
/// <param name="Lifetime">How long one instance of the state is driven.</param>
/// <param name="RuntimeSettings">Environment variables that set the process's runtime; none for its defaults.</param>
public sealed record Placement(int? Cores, StateLifetime Lifetime, IReadOnlyDictionary<string, string> RuntimeSettings)
{
    private static readonly Dictionary<string, string> Quiet = new()
    {
        // Everything is compiled once and optimised, so that no tier changes under the measurement.
        ["DOTNET_TieredCompilation"] = "0",
        ["DOTNET_ReadyToRun"] = "0",

        // The pool's search for a better thread count adds threads while a figure is taken.
        ["DOTNET_HillClimbing_Disable"] = "1",
    };

    /// <summary>Whether the process is bound to one core.</summary>
    public bool OneCore => Cores == 1;

    /// <summary>One core and quiet settings: an operation's cost, without contention.</summary>
    public static Placement QuietCore { get; } = new(Cores: 1, StateLifetime.Iteration, Quiet);

    /// <summary>All cores and the runtime's defaults: what users get.</summary>
    public static Placement AllCores { get; } = new(Cores: null, StateLifetime.Launch, new Dictionary<string, string>());

    /// <summary>All cores and quiet settings, for comparing two builds or one core with all: profile-guided code differs from launch to launch by more than they do.</summary>
    public static Placement QuietCores { get; } = QuietCore with { Cores = null };
}
