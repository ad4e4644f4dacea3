namespace KeyedState.Harness;

/// <summary>Holds nothing, answers at once, but blocks its callers in the first ten milliseconds of every hundred, as a collection would.</summary>
internal sealed class StallingState : IKeyedState
{
    private const long Millisecond = 1_000_000;
    private const long Period = 100 * Millisecond;
    private const long Stall = 10 * Millisecond;

    private readonly long start = LoopTime.Real.Now();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key)
    {
        Block();
        return new(0);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        Block();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private void Block()
    {
        var since = (LoopTime.Real.Now() - start) % Period;
        if (since < Stall)
        {
            Thread.Sleep((int)Math.Ceiling((Stall - since) / (double)Millisecond));
        }
    }
}
