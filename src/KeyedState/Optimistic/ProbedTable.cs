using System.Numerics;
using System.Runtime.CompilerServices;

namespace KeyedState;

/// <summary>
/// A hash table of integers with open addressing and linear probing. One thread at a time may write; a lookup beside
/// it ends and throws nothing, but what it returns must be thrown away.
/// </summary>
/// <remarks>
/// A <see cref="Dictionary{TKey, TValue}"/> promises neither: a lookup beside a write may throw or not end. Here it
/// ends because half of the places of a table stay free for good: one that fills up is replaced.
/// </remarks>
internal sealed class ProbedTable(int capacity = ProbedTable.FirstCapacity)
{
    private const int FirstCapacity = 16;
    private const long Free = 0;

    private readonly Entry[] entries = new Entry[capacity];
    private readonly int bits = BitOperations.Log2((uint)capacity);
    private int count;

    /// <summary>Whether a key that is not in the table may need a larger one.</summary>
    public bool IsFull => count >= entries.Length / 2;

    /// <summary>Sets the value of a key in a table, in whose place a larger one comes first if it is full.</summary>
    /// <remarks>
    /// The larger table holds the same and is whole before it is shown, so a lookup beside this may meet either.
    /// </remarks>
    /// <param name="table">Where the owner keeps its table. Only one thread at a time may write.</param>
    /// <param name="key">Any integer.</param>
    /// <param name="value">Any integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref ProbedTable table, int key, int value)
    {
        if (table.IsFull)
        {
            Volatile.Write(ref table, table.Grown());
        }

        table.Set(key, value);
    }

    /// <summary>Adds to the value of a key, and wraps around; a larger table comes first if this one is full.</summary>
    /// <inheritdoc cref="Set(ref ProbedTable, int, int)"/>
    /// <returns>The value before.</returns>
    public static int AddTo(ref ProbedTable table, int key, int amount)
    {
        var before = table.ReadOrZero(key);
        Set(ref table, key, unchecked(before + amount));
        return before;
    }

    /// <summary>Moves an amount from one key to another if the source has as much.</summary>
    /// <inheritdoc cref="Set(ref ProbedTable, int, int)"/>
    /// <exception cref="InvalidTransferException">The target can't hold the sum. Nothing has changed.</exception>
    public static TransferResult Transfer(ref ProbedTable table, int source, int target, int amount)
    {
        ref var from = ref table.Find(source).Value;
        var (fromBefore, toBefore) = (from, table.ReadOrZero(target));
        if (fromBefore < amount)
        {
            return new(fromBefore, toBefore, Moved: false);
        }

        InvalidTransferException.ThrowIfTooLarge(toBefore, amount);
        from = fromBefore - amount;
        Set(ref table, target, toBefore + amount);
        return new(fromBefore, toBefore, Moved: true);
    }

    /// <summary>A table of twice the capacity with the same entries.</summary>
    public ProbedTable Grown()
    {
        var larger = new ProbedTable(entries.Length * 2);
        foreach (var entry in entries)
        {
            if (entry.Used != Free)
            {
                larger.Set(unchecked((int)entry.Used), entry.Value);
            }
        }

        return larger;
    }

    /// <summary>The value of a key, or 0, which is a free place's, if it was never written.</summary>
    /// <param name="key">Any integer.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadOrZero(int key) => Find(key).Value;

    /// <summary>Sets the value of a key. The table must not be full.</summary>
    /// <param name="key">Any integer.</param>
    /// <param name="value">Any integer.</param>
    public void Set(int key, int value)
    {
        ref var entry = ref Find(key);
        if (entry.Used == Free)
        {
            entry.Used = UsedBy(key);
            count++;
        }

        entry.Value = value;
    }

    /// <summary>Reads several keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="values">Gets their values; at least as long.</param>
    public void ReadAll(ReadOnlySpan<int> keys, Span<int> values)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            values[i] = ReadOrZero(keys[i]);
        }
    }

    private static long UsedBy(int key) => (1L << 32) | (uint)key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry Find(int key)
    {
        var all = entries;
        var used = UsedBy(key);
        for (var place = KeySpread.PlaceOf(key, bits); ; place++)
        {
            ref var entry = ref all[place & (all.Length - 1)];
            if (entry.Used == used || entry.Used == Free)
            {
                return ref entry;
            }
        }
    }

    private struct Entry
    {
        /// <summary><see cref="Free"/>, or the key with a bit before it: any integer is a key, so none can stand for a free place.</summary>
        public long Used;

        public int Value;
    }
}
