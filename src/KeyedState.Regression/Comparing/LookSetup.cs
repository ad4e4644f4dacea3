namespace KeyedState.Regression;

/// <summary>How a look is taken on this machine.</summary>
/// <param name="Rules">What it must see.</param>
/// <param name="Settings">Environment variables that set the workers' runtime.</param>
/// <param name="Bind">Binds what the calling thread starts to the look's processors until disposed of; gives null where nothing is to be bound.</param>
/// <param name="Bound">Whether the look is of one processor.</param>
/// <param name="AbsentBecause">Why it can't be taken; null when it can.</param>
/// <param name="Load">The load, where slices are windows of an open loop; null for fixed work.</param>
public sealed record LookSetup(
    LookRules Rules, IReadOnlyDictionary<string, string> Settings, Func<IDisposable?> Bind, bool Bound, string? AbsentBecause, OpenLoopLoad? Load = null);
