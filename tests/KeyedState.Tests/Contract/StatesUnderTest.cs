using KeyedState.Benchmarks;

namespace KeyedState.Tests.Contract;

/// <summary>The implementations by what they declare, as data for theories. A new state is among them by itself.</summary>
public static class StatesUnderTest
{
    public static TheoryData<string> All => Where(_ => true);

    public static TheoryData<string> AllocationFree => Where(declared => declared.AllocationFree);

    /// <summary>Those that do not suspend a caller who is alone.</summary>
    public static TheoryData<string> AnswersAtOnce => Where(declared => declared.Replies is ReplyMode.AtOnce or ReplyMode.AtOnceWhenFree);

    /// <summary>Those that a blocking caller may delay, but not stop.</summary>
    public static TheoryData<string> NeverStopped => Where(declared =>
        declared.BlockingCaller is BlockingCallerEffect.DelaysNobody or BlockingCallerEffect.DelaysOthers);

    /// <summary>Those in which at least the callers who ask after another blocked are answered.</summary>
    public static TheoryData<string> OwnerNeverStopped => Where(declared =>
        declared.BlockingCaller != BlockingCallerEffect.StopsEveryone);

    public static IKeyedState Create(string name) => Find(name).Create();

    public static StateEntry Find(string name) =>
        SuiteCatalogue.Default.Find(name) ?? throw new ArgumentException($"There is no state {name}.", nameof(name));

    private static TheoryData<string> Where(Func<StateAttribute, bool> declares) =>
        new(SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit && declares(entry.Declared)).Select(entry => entry.Name));
}
