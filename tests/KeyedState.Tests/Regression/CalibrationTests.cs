using KeyedState.Regression;

namespace KeyedState.Tests.Regression;

public sealed class CalibrationTests : IDisposable
{
    private static readonly ComparedState Lock = new("Lock");
    private static readonly LookRules Rules = LookRules.OneCore with { FirstRound = 10, SecondRound = 10 };

    private readonly string folder = Directory.CreateTempSubdirectory("calibration-").FullName;

    private string File => Path.Combine(folder, "experiment.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Append_Launches_AreLoadedAsTheyWere()
    {
        CalibrationFile.Append(File, Launch(0, 1, 1.0));
        CalibrationFile.Append(File, Launch(1, 2, 1.5));

        var loaded = CalibrationFile.Load(File);

        Assert.Equal([(0, 1), (1, 2)], loaded.Select(launch => (launch.Comparison, launch.Round)));
        Assert.Equal(15, loaded[1].Pairs[0].Head[0], 3);
        Assert.Equal(Lock, loaded[1].Pairs[0].Subject);
    }

    /// <summary>A run that was killed while it wrote: the half line is left out, and the next launch does not stand behind it.</summary>
    [Fact]
    public void Append_AfterAHalfLine_ReplacesIt()
    {
        CalibrationFile.Append(File, Launch(0, 1, 1.0));
        System.IO.File.AppendAllText(File, "{\"comparison\":1,\"round\":");

        Assert.Single(CalibrationFile.Load(File));
        CalibrationFile.Append(File, Launch(2, 1, 1.0));

        Assert.Equal([0, 2], CalibrationFile.Load(File).Select(launch => launch.Comparison));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"round\":3,\"pairs\":[{\"subject\":{\"state\":\"Lock\"},\"base\":[1],\"head\":[1]}]}")]
    [InlineData("{\"round\":1,\"pairs\":[{\"subject\":{\"state\":\"Lock\"},\"base\":[0],\"head\":[1]}]}")]
    [InlineData("{\"round\":1,\"pairs\":[null]}")]
    public void Load_LineThatIsNoLaunch_IsRefusedByItsNumber(string line)
    {
        CalibrationFile.Append(File, Launch(0, 1, 1.0));
        System.IO.File.AppendAllText(File, line + "\n");
        CalibrationFile.Append(File, Launch(1, 1, 1.0));

        Assert.Contains("is damaged at line 2", Assert.Throws<FormatException>(() => CalibrationFile.Load(File)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RowOf_ComparisonsOfAPlantedSlowdown_AreCountedAsTheGateCallsThem()
    {
        var pool = Assert.Single(CalibrationPool.Of(Rules, Comparisons(3, 1.05)));

        var row = CalibrationTable.RowOf("planted", Rules, pool);

        Assert.Equal((3, 3, 3, 0), (row.Comparisons, row.Doubted, row.Slower, row.NoDifference));
        Assert.Equal(1.05, row.Truth!.Value, 2);
    }

    [Fact]
    public void RowOf_ComparisonThatIsNotComplete_DoesNotCount()
    {
        var pool = Assert.Single(CalibrationPool.Of(Rules, Comparisons(3, 1.0).SkipLast(1)));

        var row = CalibrationTable.RowOf("same", Rules, pool);

        Assert.Equal((2, 0, 2), (row.Comparisons, row.Slower, row.NoDifference));
    }

    [Fact]
    public void RowOf_NoComparisonThatIsComplete_SawNothingOfAnySize()
    {
        var pool = Assert.Single(CalibrationPool.Of(Rules, [Launch(0, 1, 1.0)]));

        var row = CalibrationTable.RowOf("same", Rules, pool);

        Assert.Equal((0, null), (row.Comparisons, row.SmallestVisible));
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(1.2, 2000)]
    public void DrawWholeRuns_OfTheseLaunches_AlarmAsTheyMust(double ratio, int alarmed)
    {
        var pools = CalibrationPool.Of(Rules, Comparisons(4, ratio));

        Assert.Equal((2000, alarmed), CalibrationTable.DrawWholeRuns([(Rules, pools)], seed: 1));
    }

    /// <summary>Whole comparisons: a first round, and a second where the first will have doubts.</summary>
    private static IEnumerable<CalibrationLaunch> Comparisons(int count, double ratio) =>
        from comparison in Enumerable.Range(0, count)
        from round in Enumerable.Range(1, ratio > Math.Exp(Rules.Unimportant) ? 2 : 1)
        from launch in Enumerable.Range(0, 10)
        select Launch(comparison, round, ratio + ((launch % 3) - 1) * 0.001);

    private static CalibrationLaunch Launch(int comparison, int round, double ratio) =>
        new(comparison, round, [CalibrationPair.Of(Launches.Pair(Lock, ratio))]);
}
