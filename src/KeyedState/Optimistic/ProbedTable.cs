using System.Numerics;

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

    private readonly Entry[] entries = new Entry[capacity];
    private readonly int bits = BitOperations.Log2((uint)capacity);
    private int count;

    /// <summary>Whether a key that is not in the table may need a larger one.</summary>
    public bool IsFull => count >= entries.Length / 2;

    /// <summary>A table of twice the capacity with the same entries.</summary>
    public ProbedTable Grown()
    {
        var larger = new ProbedTable(entries.Length * 2);
        foreach (var entry in entries)
        {
            if (entry.IsUsed)
            {
                larger.Set(entry.Key, entry.Value);
            }
        }

        return larger;
    }

    /// <summary>The value of a key, or 0 if it was never written.</summary>
    /// <param name="key">Any integer.</param>
    public int ReadOrZero(int key)
    {
        ref var entry = ref Find(key);
        return entry.IsUsed ? entry.Value : 0;
    }

    /// <summary>Sets the value of a key. The table must not be full.</summary>
    /// <param name="key">Any integer.</param>
    /// <param name="value">Any integer.</param>
    public void Set(int key, int value)
    {
        ref var entry = ref Find(key);
        if (!entry.IsUsed)
        {
            entry.IsUsed = true;
            entry.Key = key;
            count++;
        }

        entry.Value = value;
    }

    /// <summary>The entry of a key, or the free one where it would be.</summary>
    private ref Entry Find(int key)
    {
        var all = entries;
        var place = KeySpread.PlaceOf(key, bits);
        while (all[place].IsUsed && all[place].Key != key)
        {
            place = (place + 1) & (all.Length - 1);
        }

        return ref all[place];
    }

    // Any integer is a key, so none can stand for a free place.
    private struct Entry
    {
        public int Key;
        public int Value;
        public bool IsUsed;
    }
}
