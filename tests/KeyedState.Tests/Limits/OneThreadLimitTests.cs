using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Limits;

/// <summary>The tables that nothing protects are right at least for one caller.</summary>
public sealed class OneThreadLimitTests
{
    [Theory]
    [InlineData(typeof(UnsynchronisedState))]
    [InlineData(typeof(UnsynchronisedProbedTableState))]
    public async Task Operations_OneCaller_ReadTheLastWrite(Type limit)
    {
        await using var state = StateEntry.Of(limit).Create();

        await MapChecks.LastWriteWinsPerKey(state);
    }

    [Theory]
    [InlineData(typeof(UnsynchronisedState))]
    [InlineData(typeof(UnsynchronisedProbedTableState))]
    public async Task Operations_ExtremeKeys_AreKeptApart(Type limit)
    {
        await using var state = StateEntry.Of(limit).Create();

        await MapChecks.ExtremeKeysAreKeptApart(state);
    }

    [Theory]
    [InlineData(typeof(UnsynchronisedState))]
    [InlineData(typeof(UnsynchronisedProbedTableState))]
    public void Declared_ItsCallers_AreOnOneThread(Type limit) => Assert.True(StateEntry.Of(limit).Declared.OneThread);
}
