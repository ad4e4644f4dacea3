using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class SuiteTests
{
    private static readonly string[] Needed = ["Empty", "AsynchronousFloor", "TaskCompletionSourceChannelOwner"];

    [Fact]
    public void Choose_Headline_HasWhatEveryReportNeedsAndTheFamiliesThatMostPeopleChooseFrom()
    {
        var chosen = Suite.Headline.Choose(SuiteCatalogue.Default);

        Assert.Empty(Needed.Except(chosen.Select(entry => entry.Name)));
        Assert.Equal(
            SuiteCatalogue.Default.Entries.Select(entry => entry.Declared.Family).Distinct().Except([StateFamily.CopyOnWrite, StateFamily.Store]),
            chosen.Select(entry => entry.Declared.Family).Distinct());
    }

    [Fact]
    public void Choose_Alternating_HasWhatDependsOnItAndTheLimits()
    {
        var chosen = Suite.Alternating.Choose(SuiteCatalogue.Default);

        Assert.Equal(["FrozenDictionary", "SequenceLock"], chosen.Where(entry => !entry.IsLimit).Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.All(chosen, entry => Assert.True(entry.IsLimit || entry.Declared.DependsOnAlternation is not null));
        Assert.All(Suite.Alternating.Looks, look => Assert.Equal(TimeSpan.Zero, look.Window!.Run));
    }

    [Fact]
    public void Choose_Headline_LeavesOutWhatDeclaresSo()
    {
        var left = SuiteCatalogue.Default.Entries.Except(Suite.Headline.Choose(SuiteCatalogue.Default)).ToArray();

        Assert.NotEmpty(left);
        Assert.All(left, entry => Assert.True(entry.Declared.FullSuiteOnly));
    }

    [Fact]
    public void Choose_FullAndSmoke_HaveEveryState()
    {
        Assert.Equal(SuiteCatalogue.Default.Entries, Suite.Full.Choose(SuiteCatalogue.Default));
        Assert.Equal(SuiteCatalogue.Default.Entries, Suite.Smoke.Choose(SuiteCatalogue.Default));
    }
}
