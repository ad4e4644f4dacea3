using FASTER.core;

namespace KeyedState.Frameworks;

/// <summary>One thread's session with a store, and whether the thread is in it just now.</summary>
internal sealed class ThreadSession(ClientSession<int, int, int, int, Empty, CopyFunctions> session) : IDisposable
{
    private bool entered;

    /// <summary>The session.</summary>
    public ClientSession<int, int, int, int, Empty, CopyFunctions> Session { get; } = session;

    /// <summary>Whether the thread is in the session. Written by the thread only.</summary>
    public bool Entered
    {
        get => Volatile.Read(ref entered);
        set => Volatile.Write(ref entered, value);
    }

    /// <summary>Ends the session. Nobody may be in it, or come.</summary>
    public void Dispose() => Session.Dispose();
}
