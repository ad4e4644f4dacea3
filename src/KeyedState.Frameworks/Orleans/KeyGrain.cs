using System.Runtime.CompilerServices;

namespace KeyedState.Frameworks;

/// <summary>Owns one key's value in memory. Orleans would forget an idle grain after a quarter of an hour, and the value with it.</summary>
[KeepAlive]
internal sealed class KeyGrain : Grain, IKeyGrain
{
    private readonly StrongBox<int> value = new();

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync() => new(value.Value);

    /// <inheritdoc/>
    public ValueTask WriteAsync(int value)
    {
        this.value.Value = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> AddAsync(int amount)
    {
        var before = value.Value;
        value.Value = unchecked(before + amount);
        return new(before);
    }

    /// <inheritdoc/>
    public ValueTask UpdateAsync(LocalUpdate update) => update.Request!.ServeAsync(value);
}
