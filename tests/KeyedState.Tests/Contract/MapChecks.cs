namespace KeyedState.Tests.Contract;

/// <summary>What the map itself owes, one caller at a time. Each check fails on a state that breaks its rule.</summary>
public static class MapChecks
{
    private const int ManyKeys = 100_000;
    private const int Callers = 50;

    private static readonly int[] ExtremeKeys = [0, 1, -1, int.MinValue, int.MinValue + 1, int.MaxValue, int.MaxValue - 1, -1_000_000_007];

    public static async Task UnwrittenKeyReadsZero(IKeyedState state)
    {
        await state.WriteAsync(5, 55);
        foreach (var key in ExtremeKeys)
        {
            Assert.Equal(0, await state.ReadAsync(key));
        }
    }

    public static async Task ReadsWhatWasWritten(IKeyedState state)
    {
        foreach (var value in new[] { 1, 0, -1, int.MaxValue, int.MinValue })
        {
            await state.WriteAsync(3, value);
            Assert.Equal(value, await state.ReadAsync(3));
        }
    }

    public static async Task LastWriteWinsPerKey(IKeyedState state)
    {
        var expected = new int[7];
        for (var value = 1; value <= 100; value++)
        {
            expected[value % 7] = value;
            await state.WriteAsync(value % 7, value);
            for (var key = 0; key < expected.Length; key++)
            {
                Assert.Equal(expected[key], await state.ReadAsync(key));
            }
        }
    }

    public static async Task ExtremeKeysAreKeptApart(IKeyedState state)
    {
        for (var i = 0; i < ExtremeKeys.Length; i++)
        {
            await state.WriteAsync(ExtremeKeys[i], i + 1);
        }

        for (var i = 0; i < ExtremeKeys.Length; i++)
        {
            Assert.Equal(i + 1, await state.ReadAsync(ExtremeKeys[i]));
        }
    }

    public static Task ManyKeysAreKeptApart(IKeyedState state) => KeysAreKeptApart(state, ManyKeys);

    public static async Task KeysAreKeptApart(IKeyedState state, int keys)
    {
        await ForEachKey(async key => await state.WriteAsync(key, ~key));
        await ForEachKey(async key => Assert.Equal(~key, await state.ReadAsync(key)));

        Task ForEachKey(Func<int, ValueTask> act) => Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var key = caller - (keys / 2); key < keys / 2; key += Callers)
            {
                await act(key);
            }
        })));
    }
}
