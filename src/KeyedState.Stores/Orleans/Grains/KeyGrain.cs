namespace KeyedState.Stores;

/// <summary>Owns one key's value in memory. Orleans would forget an idle grain after a quarter of an hour, and the value with it.</summary>
[KeepAlive]
internal abstract class KeyGrain : Grain, IKeyGrain
{
    private int held;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync() => new(held);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int value)
    {
        held = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int amount)
    {
        var before = held;
        held = unchecked(before + amount);
        return new(before);
    }
}
