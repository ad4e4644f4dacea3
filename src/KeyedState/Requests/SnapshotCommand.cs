namespace KeyedState;

/// <summary>Reads several keys into the caller's memory; the reply is how many.</summary>
internal sealed class SnapshotCommand : CompoundCommand<int>
{
    private readonly ReadOnlyMemory<int> keys;
    private readonly Memory<int> values;

    /// <summary>Makes a command.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer places than keys.</exception>
    public SnapshotCommand(ReadOnlyMemory<int> keys, Memory<int> values) => (this.keys, this.values) = (keys, values[..keys.Length]);

    /// <inheritdoc/>
    public override int Apply(Dictionary<int, int> map)
    {
        map.ReadAll(keys.Span, values.Span);
        return keys.Length;
    }
}
