using KeyedState.Benchmarks;

namespace KeyedState.Tests.Capabilities;

/// <summary>What the suite's own states say of the capabilities that they lack.</summary>
public sealed class DeclaredCapabilityTests
{
    public static TheoryData<string, Capability> Missing => new(
        SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit)
            .SelectMany(entry => Enum.GetValues<Capability>().Where(capability => !entry.Offers(capability)).Select(capability => (entry.Name, capability))));

    [Theory]
    [MemberData(nameof(Missing))]
    public void WhyNot_CapabilityThatAStateLacks_IsAClause(string name, Capability capability)
    {
        var reason = SuiteCatalogue.Default.Find(name)!.WhyNot(capability);

        Assert.NotNull(reason);
        Assert.False(reason.EndsWith('.') || char.IsUpper(reason[0]), reason);
        Assert.InRange(reason.Length, 10, 90);
    }

    [Fact]
    public void Of_LacksWhatItOffers_IsRefused() =>
        Assert.Contains("but implements IAtomicAdd", Assert.Throws<InvalidOperationException>(() => StateEntry.Of(typeof(ContradictoryState))).Message, StringComparison.Ordinal);

    [State(
        Title = "Contradictory",
        Family = StateFamily.Lock,
        Replies = ReplyMode.AtOnce,
        BlockingCaller = BlockingCallerEffect.DelaysNobody,
        AllocationFree = true,
        ThrowsAfterDispose = false,
        HowItWorks = "Says that it can't do what it does")]
    [Lacks(Capability.Add, "it can't add")]
    internal sealed class ContradictoryState : IKeyedState, IAtomicAdd
    {
        public ValueTask<int> ReadAsync(int key) => new(0);

        public ValueTask WriteAsync(int key, int value) => ValueTask.CompletedTask;

        public ValueTask<int> AddAsync(int key, int amount) => new(0);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
