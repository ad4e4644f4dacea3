namespace KeyedState;

/// <summary>
/// What a snapshot reads and where to. It is apart from its <see cref="TurnRequest"/>, so that other requests don't carry it through
/// the processor's cache; a request that has one keeps it.
/// </summary>
internal sealed class SnapshotPlaces
{
    private ReadOnlyMemory<int> keys;
    private Memory<int> values;

    /// <summary>Says which keys are to be read, and where their values go.</summary>
    public void Set(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        this.keys = keys;
        this.values = values;
    }

    /// <summary>Takes the snapshot, and forgets the caller's memory.</summary>
    public void Take(Dictionary<int, int> map)
    {
        map.ReadAll(keys.Span, values.Span);
        keys = default;
        values = default;
    }
}
