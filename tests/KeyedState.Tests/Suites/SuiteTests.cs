using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class SuiteTests
{
    private static readonly string[] Needed = ["Empty", "AsynchronousFloor", "TaskCompletionSourceChannelOwner"];

    [Fact]
    public void Choose_Headline_HasWhatEveryReportNeedsAndEachFamily()
    {
        var chosen = Suite.Headline.Choose(StateCatalogue.Default);

        Assert.Empty(Needed.Except(chosen.Select(entry => entry.Name)));
        Assert.Equal(StateCatalogue.Default.Entries.Select(entry => entry.Declared.Family).Distinct(), chosen.Select(entry => entry.Declared.Family).Distinct());
    }

    [Fact]
    public void Choose_Headline_LeavesOutWhatDeclaresSo()
    {
        var left = StateCatalogue.Default.Entries.Except(Suite.Headline.Choose(StateCatalogue.Default)).ToArray();

        Assert.NotEmpty(left);
        Assert.All(left, entry => Assert.True(entry.Declared.FullSuiteOnly));
    }

    [Fact]
    public void Choose_FullAndSmoke_HaveEveryState()
    {
        Assert.Equal(StateCatalogue.Default.Entries, Suite.Full.Choose(StateCatalogue.Default));
        Assert.Equal(StateCatalogue.Default.Entries, Suite.Smoke.Choose(StateCatalogue.Default));
    }
}
