using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites.Matrix;

namespace KeyedState.Tests.Catalogue;

public sealed class MatrixStatesTests
{
    [Fact]
    public void Choose_NobodyNamed_HasElevenDesignsAndTheEmptyState()
    {
        var states = MatrixStates.Choose(SuiteCatalogue.Default, [], all: false);

        Assert.Equal(11, states.Count(entry => !entry.IsLimit));
        Assert.Equal("Empty", Assert.Single(states, entry => entry.IsLimit).Name);
    }

    [Fact]
    public void Choose_NamedInAnyCase_HasThemAlone() =>
        Assert.Equal(["Empty", "Mailbox"], MatrixStates.Choose(SuiteCatalogue.Default, ["mailBOX"], all: false).Select(entry => entry.Name).Order());

    [Fact]
    public void Suite_Axes_HaveScenariosThatAreMeasured()
    {
        var measured = MatrixSuite.Suite.Scenarios.Select(scenario => scenario.Name).ToHashSet();

        Assert.Equal(measured.Count, MatrixSuite.Suite.Scenarios.Count);
        Assert.Empty(MatrixSuite.Suite.Axes!.SelectMany(axis => axis.Points).Select(point => point.Scenario).Except(measured));
        Assert.Empty(measured.Except(MatrixSuite.Suite.Axes!.SelectMany(axis => axis.Points).Select(point => point.Scenario)));
    }

    [Fact]
    public void WhyAbsent_StateThatKeepsTooMuchForAKey_SaysHowMuch()
    {
        var entry = SuiteCatalogue.Default.Find("Lock")!;
        var many = MatrixSuite.Suite.Scenarios.MaxBy(scenario => scenario.Keys.Count)!;

        Assert.Equal("a million keys would take 2.4 GB of memory, at 2400 bytes each", MatrixSuite.Suite.WhyAbsent(entry, many, 2_400));
        Assert.Null(MatrixSuite.Suite.WhyAbsent(entry, many, 40));
        Assert.NotNull(MatrixSuite.Suite.WhyAbsent(entry, many, null));
        Assert.Null(MatrixSuite.Suite.WhyAbsent(entry, MatrixSuite.Suite.Scenarios[0], 2_400));
    }
}
