using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

/// <summary>Where cores rarely come near each other, waiting for it costs more launches than it brings.</summary>
public sealed class PilotedStateTests
{
    private static readonly StateEntry Entry = SuiteCatalogue.Default.Entries[0];

    [Theory]
    [InlineData(0.4, false)]
    [InlineData(3, true)]
    [InlineData(3.1, true)]
    public void HasWaitedInVain_WaitedToTheLimit(double waited, bool inVain) =>
        Assert.Equal(inVain, Piloted(LookPlan.AllCores, waited).HasWaitedInVain);

    [Fact]
    public void HasWaitedInVain_LookThatDoesNotWait_HasNot()
    {
        Assert.False(Piloted(LookPlan.AllCores.WithoutWaits(), 0).HasWaitedInVain);
        Assert.False(Piloted(LookPlan.OneCore, 0).HasWaitedInVain);
    }

    [Fact]
    public void In_LookThatWaitsNoLonger_TakesItsCoresAsTheyAre()
    {
        var impatient = Piloted(LookPlan.AllCores, 3).In(LookPlan.AllCores.WithoutWaits());

        Assert.Equal(TimeSpan.Zero, impatient.Look.Cores!.Limit);
        Assert.Equal(TimeSpan.Zero, impatient.Plan.Cores!.Limit);
        Assert.Equal(0, impatient.WaitedSeconds);
        Assert.Equal(2, impatient.Look.SpareRounds);
    }

    [Fact]
    public void In_TheSameLook_IsTheSame() => Assert.Equal(Piloted(LookPlan.AllCores, 1), Piloted(LookPlan.AllCores, 1).In(LookPlan.AllCores));

    private static PilotedState Piloted(LookPlan look, double waited) =>
        new(Entry, look, WorkSize.Unpiloted(110) with { Cores = look.Cores }, WaitedSeconds: waited);
}
