using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Limits;

public sealed class UnsynchronisedStateTests
{
    [Fact]
    public async Task Operations_OneCaller_ReadTheLastWrite()
    {
        await using var state = new UnsynchronisedState();

        await MapChecks.LastWriteWinsPerKey(state);
    }

    /// <summary>Any key at all, those included that an ordinary dictionary would have to grow for.</summary>
    [Fact]
    public async Task Operations_CallersRace_EveryOneEnds()
    {
        await using var state = new UnsynchronisedState();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                await state.WriteAsync(i * (caller - 8) * 7919, i);
                await state.ReadAsync(i * caller);
            }
        }))).InTime();
    }
}
