using KeyedState.Regression;

namespace KeyedState.Benchmarks.Gate;

/// <summary>What a call of the gate asks for.</summary>
/// <param name="Base">A commit or a folder; null for the commit at which the current branch left the main one.</param>
/// <param name="Head">A commit or a folder; null for the working tree.</param>
/// <param name="Project">The program's project, relative to the top of the sources.</param>
/// <param name="States">The states to compare; empty for all.</param>
/// <param name="Looks">The looks to take.</param>
/// <param name="Time">How long the whole run is to take, builds included.</param>
/// <param name="Planted">By how many times a delay is to slow the head's states down; 1 for no delay.</param>
/// <param name="Seed">The seed of every order; null for a fresh one.</param>
/// <param name="Json">Where the record goes; null for nowhere.</param>
/// <param name="Markdown">Where the comment goes; null for nowhere.</param>
internal sealed record GateCall(
    string? Base,
    string? Head,
    string Project,
    IReadOnlyList<string> States,
    IReadOnlyList<LookSetup> Looks,
    TimeSpan Time,
    double Planted,
    int? Seed,
    string? Json,
    string? Markdown);
