using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites.Compound;

namespace KeyedState.Tests.Catalogue;

public sealed class CompoundStatesTests
{
    [Fact]
    public void Choose_NobodyNamed_HasTenDesignsAndTheirLimits()
    {
        var states = CompoundStates.Choose(SuiteCatalogue.Default, [], all: false);

        Assert.Equal(10, states.Count(entry => !entry.IsLimit));
        Assert.Equal(2, states.Count(entry => entry.IsLimit));
    }

    [Fact]
    public void Choose_NamedInAnyCase_HasThemAlone() => Assert.Equal(
        ["AsynchronousFloor", "Empty", "Mailbox"], CompoundStates.Choose(SuiteCatalogue.Default, ["mailBOX"], all: false).Select(entry => entry.Name).Order());

    [Fact]
    public void Choose_All_HasEveryDesign() => Assert.Equal(
        SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit), CompoundStates.Choose(SuiteCatalogue.Default, [], all: true).Where(entry => !entry.IsLimit));
}
