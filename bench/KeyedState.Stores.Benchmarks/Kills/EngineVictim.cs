using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks.Kills;

/// <summary>A state whose engine has a process of its own, which is killed; the writers are in this one.</summary>
internal sealed class EngineVictim : IVictim
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly IKeyedState state;
    private readonly KillLoad load;

    /// <summary>Lets the writers begin.</summary>
    /// <param name="state">The state, which has an engine; this disposes of it.</param>
    public EngineVictim(IKeyedState state) => (this.state, load) = (state, new KillLoad(state));

    /// <inheritdoc/>
    public bool AwaitFirstAnswers(TimeSpan patience) => load.AwaitFirstAnswers(patience);

    /// <inheritdoc/>
    public IReadOnlyList<KeyWrites> Kill()
    {
        if (load.HasEnded)
        {
            throw new KillFailedException("A writer failed before the kill.");
        }

        ((IEngineState)state).Engine!.Kill();
        return load.Ends.Wait(Patience) ? load.History : throw new KillFailedException("A writer still waited a minute after the kill.");
    }

    /// <inheritdoc/>
    public void Dispose() => Task.Run(() => state.DisposeAsync().AsTask()).Wait(Patience);
}
