namespace System.Threading;

/// <summary>
/// A lock that a schedule sees. The compiler knows a lock by this name alone, so it has to be compiled with what is explored.
/// </summary>
internal sealed class Lock
{
    private readonly KeyedState.Exploration.Mutex mutex = new();

    public Scope EnterScope()
    {
        mutex.Enter();
        return new Scope(mutex);
    }

    public readonly ref struct Scope(KeyedState.Exploration.Mutex mutex)
    {
        public void Dispose() => mutex.Leave();
    }
}
