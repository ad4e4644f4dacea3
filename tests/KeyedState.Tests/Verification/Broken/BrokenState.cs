namespace KeyedState.Tests.Verification.Broken;

/// <summary>A state that answers at once, and wrongly. It carries no <see cref="StateAttribute"/>: no catalogue may find it.</summary>
internal abstract class BrokenState : IKeyedState
{
    private const int RarelyOneIn = 8;

    private int steps;

    public virtual ValueTask<int> ReadAsync(int key) => new(Read(key));

    public virtual ValueTask WriteAsync(int key, int value)
    {
        Write(key, value);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected virtual int Read(int key) => throw new NotSupportedException();

    protected virtual void Write(int key, int value) => throw new NotSupportedException();

    /// <summary>
    /// Stands where the state is vulnerable, and now and then lets another thread go first. On many processors the others
    /// come by themselves; on one they would only when the system happens to take the processor away right here.
    /// </summary>
    protected void LetOthersInNowAndThen()
    {
        if (Interlocked.Increment(ref steps) % RarelyOneIn == 0)
        {
            Thread.Yield();
        }
    }
}
