using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites.Matrix;
using KeyedState.Benchmarks.Suites.Series;
using KeyedState.Harness;
using KeyedState.Results;

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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(64)]
    public void On_AnyCores_HasAxesWhoseScenariosAreMeasured(int cores)
    {
        var suite = MatrixSuite.On(cores);
        var measured = suite.Scenarios.Select(scenario => scenario.Name).ToHashSet();

        Assert.Equal(measured.Count, suite.Scenarios.Count);
        Assert.Empty(suite.Axes!.SelectMany(axis => axis.Points).Select(point => point.Scenario).Except(measured));
        Assert.Empty(measured.Except(suite.Axes!.SelectMany(axis => axis.Points).Select(point => point.Scenario)));
    }

    [Theory]
    [InlineData(1, new[] { "1" }, new[] { 1 })]
    [InlineData(2, new[] { "1", "2" }, new[] { 1, 0 })]
    [InlineData(6, new[] { "1", "2", "4", "6" }, new[] { 1, 2, 4, 0 })]
    [InlineData(8, new[] { "1", "2", "4", "8" }, new[] { 1, 2, 4, 0 })]
    public void On_AnyCores_HasAPointForEachDoublingAndForAll(int cores, string[] labels, int[] bound)
    {
        var suite = MatrixSuite.On(cores);
        var points = suite.Axes!.Single(axis => axis.Key == "cores").Points;
        var looks = points.Select(point => suite.Looks.Single(look => look.Scenarios.Any(scenario => scenario.Name == point.Scenario))).ToArray();

        Assert.Equal(labels, points.Select(point => point.Label));
        Assert.Equal(bound, looks.Select(look => look.Placement.Cores ?? 0));
        Assert.Equal(bound.Select(count => count switch { 1 => Cores.One, 0 => Cores.All, _ => Cores.Some }), looks.Select(look => look.Stored(rounds: 6).Placement.Cores));
        Assert.All(looks, look => Assert.Single(look.Scenarios));
    }

    [Fact]
    public void WhyAbsent_StateThatKeepsTooMuchForAKey_SaysHowMuch()
    {
        var entry = SuiteCatalogue.Default.Find("Lock")!;
        var many = MatrixSuite.Suite.Scenarios.MaxBy(scenario => scenario.Keys.Count)!;

        Assert.Equal("a million keys would take 2.4 GB of memory, at 2400 bytes each", MatrixSuite.Suite.WhyAbsent(entry, many, new(2_400, null)));
        Assert.Null(MatrixSuite.Suite.WhyAbsent(entry, many, new(40, null)));
        Assert.Null(MatrixSuite.Suite.WhyAbsent(entry, MatrixSuite.Suite.Scenarios[0], new(2_400, null)));
    }

    [Fact]
    public void WhyAbsent_MemoryNotKnown_SaysWhatWentWrong()
    {
        var many = MatrixSuite.Suite.Scenarios.MaxBy(scenario => scenario.Keys.Count)!;

        var because = MatrixSuite.Suite.WhyAbsent(SuiteCatalogue.Default.Find("Lock")!, many, KeyMemory.NotKnown("the worker\nexited with code 134."));

        Assert.Equal("how much memory a key takes is not known, so a million were not tried: the worker exited with code 134", because);
    }

    // What a process has done before shows in what it does next, so a point that has a process of its own is held against one that has too.
    [Theory]
    [InlineData("cores")]
    [InlineData("collector")]
    public void Suite_AxisOfProcesses_HasOneForEachPoint(string key) => Assert.All(
        MatrixSuite.Suite.Axes!.Single(axis => axis.Key == key).Points,
        point => Assert.Equal(point.Scenario, Assert.Single(MatrixSuite.Suite.Looks.Single(look => look.Scenarios.Any(scenario => scenario.Name == point.Scenario)).Scenarios).Name));

    [Fact]
    public void Suite_PopularityOfKeys_IsDrawnFromATableAtEveryPoint() => Assert.All(
        MatrixSuite.Suite.Axes!.Single(axis => axis.Key == "skew").Points,
        point => Assert.NotEqual(KeyDistribution.Uniform, MatrixSuite.Suite.Scenarios.Single(scenario => scenario.Name == point.Scenario).Keys.Distribution));
}
