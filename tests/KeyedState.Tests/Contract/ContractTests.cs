namespace KeyedState.Tests.Contract;

/// <summary>The contract of <see cref="IKeyedState"/>, held against every implementation that is no limit.</summary>
public sealed class ContractTests
{
    // Its transactions take some tenths of a millisecond each, and the first one of a key more.
    private const string Transactional = "OrleansTransaction";

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_UnwrittenKey_IsZero(string name) => Check(name, MapChecks.UnwrittenKeyReadsZero);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_AfterAWrite_IsItsValue(string name) => Check(name, MapChecks.ReadsWhatWasWritten);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_AfterSeveralWrites_IsTheLastOfItsKey(string name) => Check(name, MapChecks.LastWriteWinsPerKey);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task WriteAsync_ExtremeKeys_AreKeptApart(string name) => Check(name, MapChecks.ExtremeKeysAreKeptApart);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task WriteAsync_ManyKeys_AreKeptApart(string name) => Check(name, name == Transactional
        ? state => MapChecks.KeysAreKeptApart(state, keys: 5_000)
        : MapChecks.ManyKeysAreKeptApart);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task WriteAsync_ManyCallers_LoseNoWrite(string name) => Check(name, ConcurrencyChecks.CallersReadTheirOwnWrites);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task WriteAsync_ManyOutstanding_AreAllDone(string name) => Check(name, ConcurrencyChecks.ManyOutstandingOperationsAreDone);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_WhileAnotherWrites_IsNeitherStaleNorAhead(string name) => Check(name, ConcurrencyChecks.ReadsKeepToRealTime);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_CallersContext_IsKept(string name) => Check(name, ConcurrencyChecks.ContextFlowsToTheCaller);

    [Theory]
    [MemberData(nameof(StatesUnderTest.All), MemberType = typeof(StatesUnderTest))]
    public Task ReadAsync_ThreadsThatBlock_AreAnswered(string name) => Check(name, ConcurrencyChecks.BlockingThreadsAreAnswered);

    private static async Task Check(string name, Func<IKeyedState, Task> check)
    {
        var state = StatesUnderTest.Create(name);
        await check(state).InTime();
        await state.DisposeAsync().AsTask().InTime();
    }
}
