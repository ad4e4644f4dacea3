using Xunit.Sdk;

namespace KeyedState.Tests.Contract;

/// <summary>The checks of the contract fail where they should.</summary>
public sealed class BrokenStateTests
{
    [Fact]
    public Task LastWriteWinsPerKey_LostWrite_Fails() => Sees<BrokenStates.LostWrite>(MapChecks.LastWriteWinsPerKey);

    [Fact]
    public Task CallersReadTheirOwnWrites_LostWrite_Fails() => Sees<BrokenStates.LostWrite>(ConcurrencyChecks.CallersReadTheirOwnWrites);

    [Fact]
    public Task ManyKeysAreKeptApart_AnotherKeysValue_Fails() => Sees<BrokenStates.AnotherKeysValue>(MapChecks.ManyKeysAreKeptApart);

    [Fact]
    public Task ExtremeKeysAreKeptApart_AnotherKeysValue_Fails() => Sees<BrokenStates.AnotherKeysValue>(MapChecks.ExtremeKeysAreKeptApart);

    [Fact]
    public Task CallersReadTheirOwnWrites_StaleRead_Fails() => Sees<BrokenStates.StaleRead>(ConcurrencyChecks.CallersReadTheirOwnWrites);

    [Fact]
    public Task ReadsKeepToRealTime_LateWrite_Fails() => Sees<BrokenStates.LateWrite>(ConcurrencyChecks.ReadsKeepToRealTime);

    [Fact]
    public Task ReadsWhatWasWritten_LateWrite_Fails() => Sees<BrokenStates.LateWrite>(MapChecks.ReadsWhatWasWritten);

    private static async Task Sees<TState>(Func<IKeyedState, Task> check)
        where TState : IKeyedState, new()
    {
        await using var state = new TState();

        await Assert.ThrowsAnyAsync<XunitException>(() => check(state));
    }
}
