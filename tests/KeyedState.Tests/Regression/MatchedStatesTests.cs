using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class MatchedStatesTests
{
    private static readonly WorkerState Lock = new("Lock", IsLimit: false);
    private static readonly WorkerState Owner = new("Owner", IsLimit: false);
    private static readonly WorkerState Empty = new("Empty", IsLimit: true);

    private static readonly HelloReply Hello = new() { Protocol = 1, ProcessorCount = 1, States = [Empty, Lock, Owner] };

    [Fact]
    public void Of_SameBuild_HasEveryState()
    {
        var matched = MatchedStates.Of(Hello, Hello);

        Assert.Equal([Empty, Lock, Owner], matched.States);
        Assert.Empty(matched.Added.Concat(matched.Removed));
    }

    [Fact]
    public void Of_StateOnOneSide_IsAddedOrRemoved()
    {
        var matched = MatchedStates.Of(Hello with { States = [Lock] }, Hello with { States = [Owner] });

        Assert.Equal(["Owner"], matched.Added);
        Assert.Equal(["Lock"], matched.Removed);
        Assert.Empty(matched.States);
    }

    /// <summary>Whoever could call a slower design a limit, or leave it to the full suite, would take it out of the comparison.</summary>
    [Fact]
    public void Of_OtherDeclaration_DecidesNothingUntilBothBuildsHaveIt()
    {
        var declared = Lock with { IsLimit = true, FullSuiteOnly = true };

        Assert.Equal([Lock], MatchedStates.Of(Hello with { States = [Lock] }, Hello with { States = [declared] }).States);
        Assert.Equal([Lock], MatchedStates.Of(Hello with { States = [declared] }, Hello with { States = [Lock] }).States);
        Assert.Equal([declared], MatchedStates.Of(Hello with { States = [declared] }, Hello with { States = [declared] }).States);
    }
}
