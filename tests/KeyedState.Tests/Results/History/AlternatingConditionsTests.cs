using KeyedState.Results;

namespace KeyedState.Tests.Results.History;

/// <summary>Nightly runs that fall on machines with near or with far cores, which have one folder.</summary>
public sealed class AlternatingConditionsTests
{
    private const int Nights = 64;

    [Fact]
    public void Of_ConditionsThatAlternate_AreTwoSeries()
    {
        var history = Of();

        Assert.Equal(2, history.Conditions.Count);
        Assert.Equal(Enumerable.Range(0, Nights), history.Conditions.SelectMany(alike => alike).Order());
        Assert.Equal("distance of cores", Assert.Single(Assert.Single(history.ConditionChanges).Differences).What);
    }

    [Fact]
    public void NewRegressions_MachinesThatDiffer_AreNone()
    {
        var history = Of();

        Assert.Empty(history.NewRegressions(3));
        Assert.All(history.Series, series => Assert.Empty(series.ChangePoints));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NewRegressions_StepOnOneMachine_IsFound(bool near)
    {
        var history = Of((state, night, isNear) => state == "Lock" && night >= Nights - 8 && isNear == near ? 1.15 : 1);

        var found = history.NewRegressions(6);

        Assert.All(found, one => Assert.Equal("Lock", one.Series.State.Name));
        Assert.Equal(Look.All, found.Select(one => one.Series.Look));
        Assert.All(found, one => Assert.Equal(near, IsNear(one.Change.FirstAfter)));
    }

    [Fact]
    public void NewRegressions_ConditionsThatNoNewRunHas_AreNotNew()
    {
        // The step was new when the last run on far cores was made.
        var history = Of((state, night, isNear) => state == "Lock" && night >= Nights - 8 && !isNear ? 1.15 : 1, lastFar: Nights - 4);

        Assert.Empty(history.NewRegressions(3));
        Assert.NotEmpty(history.Series.Where(series => series.State.Name == "Lock").SelectMany(series => series.ChangePoints));
    }

    [Fact]
    public void NewRegressions_MachineThatSlowsAllStatesDown_IsNoStateOfThem()
    {
        var history = Of((_, night, _) => night >= Nights - 6 ? 1.2 : 1);

        Assert.Empty(history.NewRegressions(6));
        Assert.Equal(1.2, history.Levels.Of(Nights - 1, Look.OneCore)!.Value, 0.02);
        Assert.Equal(1, history.Levels.Of(0, Look.OneCore)!.Value, 0.02);
    }

    [Fact]
    public void NextRun_RunsOfOneSource_HoldMostFigures()
    {
        var checks = NextRunCheck.Of(Of());

        Assert.Equal(Look.All, checks.Select(check => check.Look));
        Assert.All(checks, check => Assert.Equal(2 * 9 * (Nights - 2), check.Tried));
        Assert.All(checks, check => Assert.InRange(check.Held, 0.8 * check.Tried, check.Tried));
    }

    [Fact]
    public void NextRun_RunsThatDiffer_HoldFew()
    {
        var checks = NextRunCheck.Of(Of((state, night, _) => (state.Length + night) % 4 < 2 ? 1 : 1.5));

        Assert.All(checks, check => Assert.InRange(check.Held, 0, 0.7 * check.Tried));
    }

    private static bool IsNear(int night) => night % 2 == 0;

    /// <summary>A night on each in turn; where cores are far, states take longer, each by another factor.</summary>
    private static RunHistory Of(Func<string, int, bool, double>? factor = null, int lastFar = Nights) =>
        RunHistory.Of([.. SyntheticRuns.Nights(SampleRun.Headline(), Nights, seed: 11).Select((run, night) => HistoryRun.Of(Night(run, night, factor ?? ((_, _, _) => 1), lastFar)))]);

    private static StoredRun Night(StoredRun run, int night, Func<string, int, bool, double> factor, int lastFar)
    {
        var near = IsNear(night) || night > lastFar;
        return run.WithLaunches(launch =>
        {
            var slower = launch.WithTimes(time => Math.Round(time * factor(launch.State, night, near) * (near ? 1 : 1 + (0.1 * launch.State.Length))));
            double[] cores = [.. Enumerable.Repeat(near ? 60.0 : 400, launch.Note.Iterations)];
            return launch.Look == Look.OneCore ? slower : slower.WithCores(cores, cores);
        });
    }
}
