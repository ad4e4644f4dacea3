namespace KeyedState.Harness;

/// <summary>How much memory a state keeps for each key.</summary>
public static class RetainedBytes
{
    /// <summary>The keys that it is given.</summary>
    public const int Keys = 100_000;

    // The first keys bring what a state makes once, such as the requests of its callers.
    private const int FirstKeys = 1_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Writes many keys, and counts what the collector finds afterwards beyond what it found before.</summary>
    /// <param name="state">A fresh state.</param>
    /// <returns>Bytes of the managed heap for each key.</returns>
    /// <exception cref="TimeoutException">Writing did not end.</exception>
    public static double Measure(IKeyedState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Write(state, -FirstKeys, 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Write(state, 0, Keys);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(state);
        return (double)(after - before) / Keys;
    }

    private static void Write(IKeyedState state, int from, int to)
    {
        if (!Task.Run(() => WriteAsync(state, from, to)).Wait(Limit))
        {
            throw new TimeoutException($"Writing {to - from} keys did not end in {Limit.TotalSeconds:0} s.");
        }
    }

    private static async Task WriteAsync(IKeyedState state, int from, int to)
    {
        for (var key = from; key < to; key++)
        {
            await state.WriteAsync(key, key);
        }
    }
}
