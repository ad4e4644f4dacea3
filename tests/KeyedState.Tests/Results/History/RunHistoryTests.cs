using KeyedState.Results;

namespace KeyedState.Tests.Results.History;

public sealed class RunHistoryTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    private ResultsFolder Results => new(root);

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Of_RegressionWithARepeat_IsNew()
    {
        var history = Of(Nights(32, ("Lock", 29, 1.1)));

        var (series, change) = history.NewRegressions(3).First(found => found.Series.Look == Look.OneCore);

        Assert.Equal("Lock", series.State.Name);
        Assert.Equal((28, 29, 3), (change.LastBefore, change.FirstAfter, change.Repeats));
        Assert.True(change.Ratio.Includes(1.1));
    }

    [Fact]
    public void NewRegressions_OldOrFasterOrUnrepeated_AreNone()
    {
        Assert.Empty(Of(Nights(40, ("Lock", 20, 1.1))).NewRegressions(3));
        Assert.Empty(Of(Nights(32, ("Lock", 29, 0.9))).NewRegressions(3));
        Assert.Empty(Of(Nights(32, ("Lock", 31, 1.1))).NewRegressions(3));
        Assert.NotEmpty(Of(Nights(40, ("Lock", 20, 1.1))).NewRegressions(20));
    }

    /// <summary>With few runs before it, a step is confirmed later than within the newest runs, and must alarm then, for as many nights as another.</summary>
    [Fact]
    public void NewRegressions_StepAfterFewRuns_AlarmsWhenItIsConfirmed()
    {
        var alarming = Enumerable.Range(9, 12).Where(nights => Of(Nights(nights, ("Lock", 8, 1.1))).NewRegressions(3).Any(found => found.Series is { State.Name: "Lock" } && found.Series.Look == Look.OneCore)).ToArray();

        Assert.Equal([12, 13, 14], alarming);
    }

    [Fact]
    public void Of_ChangedConditions_SplitTheSeriesAndSeekNoChangePointThere()
    {
        var runs = Nights(40, ("Lock", 20, 1.3)).Select((run, night) =>
            night < 20 ? run : run with { Machine = run.Machine with { Runtime = ".NET 10.0.13" } }).ToArray();

        var history = Of(runs);

        var change = Assert.Single(history.ConditionChanges);
        Assert.Equal(20, change.FirstAfter);
        Assert.Equal(RunAspect.Runtime, Assert.Single(change.Differences).Aspect);
        Assert.DoesNotContain(history.Series, series => series.ChangePoints.Any(point => point.FirstAfter == 20));
    }

    [Fact]
    public void Of_OtherWindow_IsAnotherSeriesFromThenOn()
    {
        var runs = Nights(40, ("Lock", 20, 1.3)).Select((run, night) => night < 20
            ? run
            : run with { Looks = [.. run.Looks.Select(look => look with { Protocol = look.Protocol with { WindowMilliseconds = 500 } })] }).ToArray();

        var history = Of(runs);

        Assert.All(Assert.Single(history.ConditionChanges).Differences, difference => Assert.Equal(RunAspect.Protocol, difference.Aspect));
        Assert.All(history.Series.Where(series => series.State.Name == "Lock"), series => Assert.Empty(series.ChangePoints));
    }

    [Fact]
    public void Of_RunsWithNearAndFarCores_AreOfDifferentConditions()
    {
        var nights = Nights(2).ToArray();

        var history = Of([AtDistance(nights[0], 60), AtDistance(nights[1], 400)]);

        var difference = Assert.Single(Assert.Single(history.ConditionChanges).Differences);
        Assert.Equal(new RunDifference(RunAspect.Machine, "distance of cores", "near", "far"), difference);
    }

    [Fact]
    public void Of_RunWithBothDistances_TakesTheTimesOfTheOneThatPrevails()
    {
        double[] cores = [60, 60, 60, 60, 400, 400];
        var run = SampleRun.Headline().WithLaunches(launch => launch switch
        {
            { Look: var look } when look == Look.OneCore => launch,
            { Round: 0 } => launch.WithCores([.. cores.Select(_ => 400.0)], [.. cores.Select(_ => 400.0)]),
            _ => launch.With(Metric.Time, launch.Note.Of(Metric.Time).Select((time, iteration) => cores[iteration] < 250 ? time : 3 * time)).WithCores(cores, cores),
        });

        var (near, whole) = (HistoryRun.Of(run), HistoryRun.Of(SampleRun.Headline()));

        Assert.Equal(CoreDistance.Near, near.Distance);
        Assert.Equal(whole.Times[("Lock", Look.AllCores)].Skip(1), near.Times[("Lock", Look.AllCores)]);
        Assert.Equal(whole.Times[("Lock", Look.OneCore)], near.Times[("Lock", Look.OneCore)]);
    }

    [Fact]
    public void Read_PartialAndUnquotableRuns_AreLeftOut()
    {
        Save(SampleRun.Headline());
        Save(SampleRun.Headline() with { Started = SampleRun.Headline().Started.AddDays(1), Quotable = false });
        Save(SampleRun.Headline() with { Started = SampleRun.Headline().Started.AddDays(2), PlannedLaunches = 145 });

        var history = HistoryReader.Read(Results, "test-machine", "headline");

        Assert.Equal((1, 2), (history.Runs.Count, history.LeftOut));
        Assert.Equal(18, history.Series.Count);
    }

    [Fact]
    public void Read_Last_TakesTheNewestFiles()
    {
        foreach (var run in Nights(4))
        {
            Save(run);
        }

        Assert.Equal([2, 3], HistoryReader.Read(Results, "test-machine", "headline", 2).Runs.Select(run => (run.Head.Started - SampleRun.Headline().Started).Days));
    }

    [Fact]
    public void Read_DamagedFilesAmongMany_NamesTheOldest()
    {
        var files = Nights(30).Select(Save).ToArray();
        File.WriteAllText(files[21], "{");
        File.WriteAllText(files[9], "");

        var error = Assert.Throws<StoredRunException>(() => HistoryReader.Read(Results, "test-machine", "headline"));

        Assert.StartsWith(files[9], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoRunThatCounts_SaysSo() =>
        Assert.Contains("no complete run", Assert.Throws<StoredRunException>(() => HistoryReader.Read(Results, "nobody", "headline")).Message, StringComparison.Ordinal);

    private static IEnumerable<StoredRun> Nights(int count, params (string State, int Run, double Factor)[] steps) =>
        SyntheticRuns.Nights(SampleRun.Headline(), count, 11, steps);

    private static RunHistory Of(IEnumerable<StoredRun> runs) => RunHistory.Of([.. runs.Select(HistoryRun.Of)]);

    private static StoredRun AtDistance(StoredRun run, double roundTrip) => run.WithLaunches(launch =>
    {
        double[] cores = [.. launch.Note.Of(Metric.Time).Select(_ => roundTrip)];
        return launch.Look == Look.OneCore ? launch : launch.WithCores(cores, cores);
    });

    private string Save(StoredRun run)
    {
        var path = Results.NewRunPath(run);
        RunFile.Save(run, path);
        return path;
    }
}
