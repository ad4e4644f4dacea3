using KeyedState.Results;

namespace KeyedState.Tests.Results.Matrix;

public sealed class MatrixAnalysisTests
{
    private static readonly MatrixAnalysis Analysis = new(MatrixSamples.Run());

    [Fact]
    public void Rate_NanosecondsPerOperation_IsMillionsPerSecond() =>
        Assert.Equal(1e3 / 20 / 1.05, Analysis.Rate("Lock", MatrixSamples.Writes.Points[0])!.Center, 1);

    [Fact]
    public void Ratios_LaunchesThatAreSlowAlike_AreHeldAgainstThemselves()
    {
        var ratio = Analysis.Ratios("Map", "Lock", MatrixSamples.Writes)[0]!;

        Assert.Equal((4, 4, 4), (Math.Round(ratio.Center, 6), Math.Round(ratio.Lower!.Value, 6), Math.Round(ratio.Upper!.Value, 6)));
    }

    [Fact]
    public void Efficiency_TwoCores_IsTheGainSharedOutToThem()
    {
        var efficiency = Analysis.Efficiency("Owner", MatrixSamples.Cores);

        Assert.Equal([1, 0.25], efficiency.Select(one => Math.Round(one!.Center, 6)));
    }

    [Fact]
    public void Leads_OrderThatTurns_ChangeBetweenTwoPoints()
    {
        var leads = Analysis.Leads(MatrixSamples.Writes).Leads;

        Assert.Equal([("Map", 1), ("Lock", 3)], leads.Select(lead => (lead.State, lead.To)));
        Assert.Equal(30, leads[1].Turn!.At!.Value, 6);
    }

    [Fact]
    public void Turns_AreInTheOrderOfTheirStrength() =>
        Assert.Equal([("Lock", "Map")], Analysis.Turns(MatrixSamples.Keys).Select(turn => (turn.Before, turn.After)));

    [Fact]
    public void AbsentBecause_StateThatWasLeftOut_HasItsReason()
    {
        Assert.Contains("2 GB", Analysis.AbsentBecause("Owner", "many keys"), StringComparison.Ordinal);
        Assert.Null(Analysis.Rate("Owner", MatrixSamples.Keys.Points[2]));
        Assert.Null(Analysis.AbsentBecause("Lock", "many keys"));
    }

    [Fact]
    public void Designs_StateThatFailed_IsNotAmongThem()
    {
        var run = MatrixSamples.Run() with { Failures = [new("Map", null, "it lost a write")] };

        Assert.Equal(["Lock", "Owner"], new MatrixAnalysis(run).Designs.Select(state => state.Name));
        Assert.Equal("Lock", Assert.Single(new MatrixAnalysis(run).Leads(MatrixSamples.Writes).Leads).State);
    }

    [Fact]
    public void IsPartial_PointWithoutAReason_IsMissing()
    {
        var run = MatrixSamples.Run();

        Assert.False(run.IsPartial);
        Assert.True((run with { Absences = [.. run.Absences!.Where(absence => absence.State != "Owner")] }).IsPartial);
    }

    [Fact]
    public void Of_TwoMachines_IsFromTheLowestToTheHighest()
    {
        var other = new MatrixAnalysis(MatrixSamples.With("Map", "Go by Example", _ => 15));
        var turn = Analysis.Turns(MatrixSamples.Writes).First(turn => turn.Before == "Map");

        var range = TurnRange.Of(turn, Analysis, [Analysis, other]);

        Assert.Equal((2, 2), (range.Machines, range.Having));
        Assert.Equal(30, range.Highest!.Value, 6);
        Assert.InRange(range.Lowest!.Value, 10, 29);
    }

    // On the other machine Map is level with Lock at half, which says that they change places but not where.
    [Fact]
    public void Of_MachineThatDoesNotShowWhere_IsCountedApart()
    {
        var other = new MatrixAnalysis(MatrixSamples.With("Map", "half", round => round % 2 == 0 ? 15 : 28));

        var range = TurnRange.Of(Analysis.Turns(MatrixSamples.Writes).First(turn => turn.Before == "Map"), Analysis, [Analysis, other]);

        Assert.Equal((2, 2, 1), (range.Machines, range.Having, range.Placed));
        Assert.Equal((30, 30), (Math.Round(range.Lowest!.Value, 6), Math.Round(range.Highest!.Value, 6)));
    }

    // Map is faster with no writer and with half, slower in between and at the end: two changes in one direction, each with a place of its own.
    [Fact]
    public void Of_SecondChangeInOneDirection_HasItsOwnPlace()
    {
        var there = MatrixSamples.With("Map", "Go by Example", _ => 40);
        var back = MatrixSamples.With("Map", "half", _ => 10);
        var run = there with { Series = [.. there.Series.Select((one, index) => one is { State: "Map", Scenario: "half" } ? back.Series[index] : one)] };
        var analysis = new MatrixAnalysis(run);
        TurningPoint[] turns = [.. analysis.Turns(MatrixSamples.Writes).Where(turn => turn is { Before: "Map", After: "Lock" }).OrderBy(turn => turn.From)];

        var ranges = turns.Select(turn => TurnRange.Of(turn, analysis, [analysis, Analysis])).ToArray();

        Assert.Equal([(0, 1), (2, 3)], turns.Select(turn => (turn.From, turn.To)));
        Assert.Equal([turns[0].At, turns[1].At], ranges.Select(range => range.Lowest));
        Assert.Equal(turns[1].At, ranges[1].Highest);
    }

    [Fact]
    public void Of_MachineOnWhichTheOrderStays_DoesNotHaveIt()
    {
        var other = MatrixSamples.With("Map", "half", _ => 10);
        other = other with { Series = [.. other.Series.Select(one => one is { State: "Map", Scenario: "all" } ? one with { Times = [.. one.Times.Select(time => time / 8)] } : one)] };

        var range = TurnRange.Of(Analysis.Turns(MatrixSamples.Writes).First(turn => turn.Before == "Map"), Analysis, [Analysis, new MatrixAnalysis(other)]);

        Assert.Equal((2, 1), (range.Machines, range.Having));
    }
}
