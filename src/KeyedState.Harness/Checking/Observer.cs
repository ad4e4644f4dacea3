namespace KeyedState.Harness;

/// <summary>
/// One worker's view of the values: what it has seen so far, and whether what it reads next can follow. A
/// writer is an observer too, and its own writes count as seen.
/// </summary>
internal sealed class Observer(int keys, int writers, WriteLog log)
{
    private readonly int[,] seen = new int[keys, writers];

    /// <summary>Notes this observer's own write, once it has completed.</summary>
    public void Wrote(NamedValue value) => seen[value.Key, value.Writer] = value.Sequence;

    /// <summary>Judges what a read of <paramref name="key"/> returned, once it has completed.</summary>
    /// <param name="key">The key.</param>
    /// <param name="read">What was read.</param>
    /// <param name="overwrittenBefore">What <see cref="WriteLog.OverwrittenBefore"/> said before the read began.</param>
    /// <exception cref="ViolationException">No linearizable state can return it.</exception>
    public void Read(int key, int read, long overwrittenBefore)
    {
        if (read == 0)
        {
            Demand(overwrittenBefore == 0, $"key {key} read 0 although a write to it had completed before");
            return;
        }

        var value = NamedValue.Unpack(read, keys, writers);
        Demand(value.Sequence >= 1 && log.HasBegun(value), $"key {key} read {read}, which nobody has written");
        Demand(value.Key == key, $"key {key} read a value that was written to key {value.Key}");
        Demand(
            value.Sequence >= seen[key, value.Writer],
            $"key {key} read write {value.Sequence} of writer {value.Writer} after its write {seen[key, value.Writer]} was seen there");
        Demand(
            log.EndOf(value) >= overwrittenBefore,
            $"key {key} read write {value.Sequence} of writer {value.Writer}, which a later write had replaced before the read began");
        seen[key, value.Writer] = value.Sequence;
    }

    private static void Demand(bool condition, FormattableString otherwise)
    {
        if (!condition)
        {
            throw new ViolationException(FormattableString.Invariant(otherwise));
        }
    }
}
