namespace KeyedState;

/// <summary>The operations of several steps on a dictionary that tells when it is shared: each lookup and each store is a step.</summary>
internal static class CompoundSteps
{
    public static int AddTo(this Dictionary<int, int> map, int key, int amount)
    {
        var before = ReadOrZero(map, key);
        map[key] = before + amount;
        return before;
    }

    public static TransferResult Transfer(this Dictionary<int, int> map, int source, int target, int amount) => map.TryTransfer(source, target, amount, out _);

    public static TransferResult TryTransfer(this Dictionary<int, int> map, int source, int target, int amount, out bool isTooLarge)
    {
        // No history comes near the largest value.
        isTooLarge = false;
        var result = new TransferResult(ReadOrZero(map, source), ReadOrZero(map, target), Moved: ReadOrZero(map, source) >= amount);
        if (result.Moved)
        {
            map[source] = result.SourceBefore - amount;
            map[target] = result.TargetBefore + amount;
        }

        return result;
    }

    public static void ReadAll(this Dictionary<int, int> map, ReadOnlySpan<int> keys, Span<int> values)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            values[i] = ReadOrZero(map, keys[i]);
        }
    }

    private static int ReadOrZero(Dictionary<int, int> map, int key) => map.TryGetValue(key, out var value) ? value : 0;
}
