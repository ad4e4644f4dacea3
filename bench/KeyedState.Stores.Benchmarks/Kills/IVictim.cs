using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>A state with writers at work, and the process that is killed under them.</summary>
internal interface IVictim : IDisposable
{
    /// <summary>Blocks until each writer has been answered once, they have failed, or the time is up.</summary>
    /// <param name="patience">The time.</param>
    /// <returns>Whether each has been answered.</returns>
    bool AwaitFirstAnswers(TimeSpan patience);

    /// <summary>Kills the process.</summary>
    /// <returns>What the writers had begun, and what had been acknowledged to them.</returns>
    /// <exception cref="KillFailedException">The writers had failed before.</exception>
    IReadOnlyList<KeyWrites> Kill();
}
