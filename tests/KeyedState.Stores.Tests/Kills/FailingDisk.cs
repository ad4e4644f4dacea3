namespace KeyedState.Stores.Tests.Kills;

/// <summary>A state that dies at a change, and remembers what would be on its disk.</summary>
/// <param name="dies">The number of the change in which it dies, from 1; every later one fails too.</param>
/// <param name="keeps">Given a change's number and its key's values before and after, what the disk has of the key then.</param>
internal sealed class FailingDisk(int dies, Func<int, int, int, int> keeps) : IKeyedState, IAtomicAdd
{
    private readonly Dictionary<int, int> memory = [];
    private readonly Dictionary<int, int> disk = [];
    private int changes;

    /// <summary>What a key has after the next start.</summary>
    public int OnDisk(int key) => disk.GetValueOrDefault(key);

    public ValueTask<int> ReadAsync(int key) => throw new NotSupportedException();

    public ValueTask WriteAsync(int key, int value)
    {
        Change(key, _ => value);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> AddAsync(int key, int amount) => new(Change(key, before => before + amount));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private int Change(int key, Func<int, int> change)
    {
        lock (memory)
        {
            if (++changes >= dies)
            {
                throw new IOException("The disk is gone.");
            }

            var before = memory.GetValueOrDefault(key);
            memory[key] = change(before);
            disk[key] = keeps(changes, disk.GetValueOrDefault(key), memory[key]);
            return before;
        }
    }
}
