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

    [Fact]
    public void Declared_ItsCallers_AreOnOneThread() => Assert.True(StateEntry.Of(typeof(UnsynchronisedState)).Declared.OneThread);
}
