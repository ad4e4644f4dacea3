using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class RollTests
{
    private static readonly WorkerState Lock = new("Lock", IsLimit: false);
    private static readonly WorkerState Owner = new("Owner", IsLimit: false);
    private static readonly WorkerState Empty = new("Empty", IsLimit: true);

    private static readonly HelloReply Hello = new() { Protocol = 1, ProcessorCount = 1, States = [Empty, Lock, Owner] };

    [Fact]
    public void Of_SameBuild_HasEveryState()
    {
        var roll = Roll.Of(Hello, Hello);

        Assert.Equal([Empty, Lock, Owner], roll.States);
        Assert.Empty(roll.Added.Concat(roll.Removed));
    }

    [Fact]
    public void Of_StateOnOneSide_IsAddedOrRemoved()
    {
        var roll = Roll.Of(Hello with { States = [Lock] }, Hello with { States = [Owner] });

        Assert.Equal(["Owner"], roll.Added);
        Assert.Equal(["Lock"], roll.Removed);
        Assert.Empty(roll.States);
    }

    /// <summary>Whoever could call a slower design a limit, or leave it to the full suite, would take it out of the comparison.</summary>
    [Fact]
    public void Of_OtherDeclaration_DecidesNothingUntilBothBuildsHaveIt()
    {
        var declared = Lock with { IsLimit = true, FullSuiteOnly = true };

        Assert.Equal([Lock], Roll.Of(Hello with { States = [Lock] }, Hello with { States = [declared] }).States);
        Assert.Equal([Lock], Roll.Of(Hello with { States = [declared] }, Hello with { States = [Lock] }).States);
        Assert.Equal([declared], Roll.Of(Hello with { States = [declared] }, Hello with { States = [declared] }).States);
    }
}
