using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class RollTests
{
    private static readonly WorkerState Lock = new("Lock", IsLimit: false, AtOnce: true);
    private static readonly WorkerState Owner = new("Owner", IsLimit: false, AtOnce: false);
    private static readonly WorkerState Empty = new("Empty", IsLimit: true, AtOnce: true);
    private static readonly WorkerState OtherLimit = new("Unsynchronised", IsLimit: true, AtOnce: true);

    private static readonly HelloAnswer Hello = new() { Protocol = 1, ProcessorCount = 1, States = [Empty, OtherLimit, Lock, Owner] };

    [Fact]
    public void Of_SameBuild_ComparesEveryDesignAndTheNamedLimits()
    {
        var roll = Roll.Of(Hello, Hello, ["Empty"]);

        Assert.Equal([Lock, Owner], roll.Designs);
        Assert.Equal([Empty], roll.Limits);
        Assert.Empty(roll.Added.Concat(roll.Removed).Concat(roll.NotCompared));
    }

    [Fact]
    public void Of_StateOnOneSide_IsAddedOrRemoved()
    {
        var roll = Roll.Of(Hello with { States = [Lock] }, Hello with { States = [Owner] }, []);

        Assert.Equal(["Owner"], roll.Added);
        Assert.Equal(["Lock"], roll.Removed);
        Assert.Empty(roll.Designs);
    }

    [Fact]
    public void Of_OtherWayOfReplying_IsNotCompared()
    {
        var roll = Roll.Of(Hello, Hello with { States = [Lock, Owner with { AtOnce = true }] }, []);

        Assert.Equal(["Owner declares another way of replying or another family in the head than in the base."], roll.NotCompared);
        Assert.Equal([Lock], roll.Designs);
    }

    /// <summary>Whoever could call a design a limit would take it out of the comparison.</summary>
    [Fact]
    public void Of_DesignThatBecomesALimit_IsNotCompared() => Assert.Equal(
        ["Lock declares another way of replying or another family in the head than in the base."],
        Roll.Of(Hello, Hello with { States = [Empty, Lock with { IsLimit = true }, Owner] }, ["Empty"]).NotCompared);
}
