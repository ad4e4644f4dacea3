using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace KeyedState.Tests.Verification.BrokenCompound;

/// <summary>Adds atomically to a cell, but two callers who find a key without one each make it theirs, and the later cell takes the earlier one's place.</summary>
internal sealed class CreatedTwiceState : IKeyedState, IAtomicAdd
{
    private readonly ConcurrentDictionary<int, StrongBox<int>> cells = new();

    public ValueTask<int> ReadAsync(int key) => new(cells.TryGetValue(key, out var cell) ? Volatile.Read(ref cell.Value) : 0);

    public ValueTask WriteAsync(int key, int value)
    {
        Volatile.Write(ref cells.GetOrAdd(key, _ => new StrongBox<int>()).Value, value);
        return ValueTask.CompletedTask;
    }

    public ValueTask<int> AddAsync(int key, int amount)
    {
        if (!cells.TryGetValue(key, out var cell))
        {
            cells[key] = cell = new StrongBox<int>();
        }

        return new(Interlocked.Add(ref cell.Value, amount) - amount);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
