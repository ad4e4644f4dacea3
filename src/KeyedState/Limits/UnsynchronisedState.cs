namespace KeyedState;

/// <summary>
/// A dictionary that nothing protects: what the map itself costs, below which no safe state can go. It means
/// that on one core; on several its callers race.
/// </summary>
/// <remarks>
/// A dictionary that grows while others look can send them round in circles. This one holds all its keys from
/// the start and keys beyond them share their entries, so that no write ever changes its structure: under a
/// race a read is stale at worst, and the whole still ends. It is no map for any <see cref="int"/> then, and
/// as a limit it need not be.
/// </remarks>
[State(
    Title = "Unsynchronised dictionary",
    Family = StateFamily.Limit,
    Replies = ReplyMode.AtOnce,
    BlockingCaller = BlockingCallerEffect.DelaysNobody,
    AllocationFree = true,
    ThrowsAfterDispose = false,
    Cost = CostClass.TensOfNanoseconds,
    HowItWorks = "A Dictionary that nothing protects, so that its row on one core is the cost of the map itself; on several its callers race and it bounds nothing")]
public sealed class UnsynchronisedState : IKeyedState
{
    // Many more keys than the workload has, and a power of two, so that an entry is found by a mask.
    private const int Entries = 1024;

    private readonly Dictionary<int, int> map = Enumerable.Range(0, Entries).ToDictionary(key => key, _ => 0);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(int key) => new(map.ReadOrZero(key & (Entries - 1)));

    /// <inheritdoc/>
    public ValueTask WriteAsync(int key, int value)
    {
        map[key & (Entries - 1)] = value;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
