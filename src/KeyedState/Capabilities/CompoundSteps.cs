using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace KeyedState;

/// <summary>The operations of several steps on what only their caller touches meanwhile, mostly a dictionary.</summary>
internal static class CompoundSteps
{
    /// <summary>Adds to a key's value, and wraps around.</summary>
    /// <returns>The value before.</returns>
    public static int AddTo(this Dictionary<int, int> map, int key, int amount)
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(map, key, out _);
        var before = value;
        value = unchecked(before + amount);
        return before;
    }

    /// <summary>Moves an amount if the source has as much.</summary>
    /// <exception cref="InvalidTransferException">The target can't hold the sum.</exception>
    public static TransferResult Transfer(this Dictionary<int, int> map, int source, int target, int amount)
    {
        var result = map.TryTransfer(source, target, amount, out var isTooLarge);
        if (isTooLarge)
        {
            InvalidTransferException.ThrowIfTooLarge(result.TargetBefore, amount);
        }

        return result;
    }

    /// <summary>Moves an amount if the source has as much and the target can hold the sum.</summary>
    /// <param name="map">The dictionary.</param>
    /// <param name="source">The key that gives.</param>
    /// <param name="target">The key that takes.</param>
    /// <param name="amount">1 or more.</param>
    /// <param name="isTooLarge">Whether the target can't hold the sum, for which reason nothing was moved.</param>
    public static TransferResult TryTransfer(this Dictionary<int, int> map, int source, int target, int amount, out bool isTooLarge)
    {
        // Two lookups and not four: neither changes the table, so that both places stay where they are.
        ref var from = ref CollectionsMarshal.GetValueRefOrNullRef(map, source);
        ref var to = ref CollectionsMarshal.GetValueRefOrNullRef(map, target);
        var fromBefore = Unsafe.IsNullRef(ref from) ? 0 : from;
        var toBefore = Unsafe.IsNullRef(ref to) ? 0 : to;
        var isEnough = fromBefore >= amount;
        isTooLarge = isEnough && InvalidTransferException.IsTooLarge(toBefore, amount);
        if (!isEnough || isTooLarge)
        {
            return new(fromBefore, toBefore, Moved: false);
        }

        from = fromBefore - amount;
        if (Unsafe.IsNullRef(ref to))
        {
            map[target] = amount;
        }
        else
        {
            to = toBefore + amount;
        }

        return new(fromBefore, toBefore, Moved: true);
    }

    /// <summary>Moves an amount to a key of another dictionary if the source has as much.</summary>
    /// <exception cref="InvalidTransferException">The target can't hold the sum.</exception>
    public static TransferResult TransferTo(this Dictionary<int, int> map, Dictionary<int, int> other, int source, int target, int amount)
    {
        var (fromBefore, toBefore) = (map.ReadOrZero(source), other.ReadOrZero(target));
        if (fromBefore < amount)
        {
            return new(fromBefore, toBefore, Moved: false);
        }

        InvalidTransferException.ThrowIfTooLarge(toBefore, amount);
        map[source] = fromBefore - amount;
        other[target] = toBefore + amount;
        return new(fromBefore, toBefore, Moved: true);
    }

    /// <summary>Moves an amount from one value to another if the first is as much.</summary>
    /// <exception cref="InvalidTransferException">The other can't hold the sum.</exception>
    public static TransferResult Transfer(ref int from, ref int to, int amount)
    {
        var result = new TransferResult(from, to, Moved: from >= amount);
        if (result.Moved)
        {
            InvalidTransferException.ThrowIfTooLarge(to, amount);
            from -= amount;
            to += amount;
        }

        return result;
    }

    /// <summary>Reads several keys.</summary>
    /// <param name="map">The dictionary.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="values">Gets their values; at least as long.</param>
    public static void ReadAll(this Dictionary<int, int> map, ReadOnlySpan<int> keys, Span<int> values)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            values[i] = map.ReadOrZero(keys[i]);
        }
    }
}
