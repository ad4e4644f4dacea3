namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Looks a snapshot's repeated key up once, and fills its first place only.</summary>
internal sealed class SkippedKeyState : BrokenCompoundState, IAtomicAdd, IAtomicSnapshot
{
    public ValueTask<int> AddAsync(int key, int amount) => new(Add(key, amount));

    public ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        lock (Gate)
        {
            foreach (var (place, key) in keys.ToArray().Index().DistinctBy(pair => pair.Item))
            {
                values.Span[place] = Map.GetValueOrDefault(key);
            }
        }

        return ValueTask.CompletedTask;
    }
}
