using KeyedState.Results;

namespace KeyedState.Tests.Results.Places;

public sealed class PlaceComparisonTests
{
    private static readonly Promise AtOnce = new("AtOnce", "DelaysNobody");

    [Fact]
    public void Orders_SameOnEveryPlace_AreAChain()
    {
        var order = AllCores(PlaceSamples.Near(), PlaceSamples.Far(("Swift", 25)));

        Assert.Equal([["Quick"], ["Swift"], ["Slow"]], order.Tiers);
        Assert.All(order.Pairs, pair => Assert.True(pair.Holds));
    }

    [Fact]
    public void Orders_PairThatTurns_IsInNoOrder()
    {
        var order = AllCores(PlaceSamples.Near(), PlaceSamples.Far(("Swift", 50)));

        Assert.Equal([["Quick"], ["Swift", "Slow"]], order.Tiers.Select(tier => tier.OrderDescending(StringComparer.Ordinal).ToArray()));
        var pair = Assert.Single(order.Pairs, pair => pair.Turns);
        Assert.Equal(("Swift", "Slow"), (pair.First, pair.Second));
        Assert.Equal([Standing.Ahead, Standing.Behind], pair.Standings);
        Assert.False(pair.Holds);
    }

    [Fact]
    public void Orders_PairThatIsLevelOnOnePlace_IsInNoOrderAndDoesNotTurn()
    {
        var order = AllCores(PlaceSamples.Near(), PlaceSamples.Far(("Quick", 19.99)));

        Assert.Equal([["Quick", "Swift"], ["Slow"]], order.Tiers.Select(tier => tier.Order(StringComparer.Ordinal).ToArray()));
        var pair = Assert.Single(order.Pairs, pair => !pair.Holds);
        Assert.Equal([Standing.Ahead, Standing.Level], pair.Standings);
        Assert.False(pair.Turns || pair.IsLevel);
    }

    [Fact]
    public void Orders_FirstPlaceTellsNothing_TheFirstIsTheOneThatIsAheadLater()
    {
        var order = AllCores(PlaceSamples.Near(("Quick", 19.99)), PlaceSamples.Far(("Quick", 30)));

        var pair = Assert.Single(order.Pairs, pair => !pair.Holds);
        Assert.Equal(("Swift", "Quick"), (pair.First, pair.Second));
        Assert.Equal([Standing.Level, Standing.Ahead], pair.Standings);
    }

    /// <summary>Else one such state joins all the others into a single tier.</summary>
    [Fact]
    public void Orders_StateOfTooFewLaunchesOnOnePlace_IsLeftOutOfTheOrderOfTheOthers()
    {
        var order = AllCores(PlaceSamples.Near(), PlaceSamples.Far().With(run => run.Without(launch => launch.State == "Swift" && launch.Round > 0)));

        Assert.Equal([["Quick"], ["Slow"]], order.Tiers);
        Assert.Equal(["Swift"], order.Unplaced);
    }

    [Fact]
    public void Orders_TooFewLaunchesOnOnePlace_AreNotKnown()
    {
        var order = AllCores(PlaceSamples.Near(), PlaceSamples.Far().With(run => run.Without(launch => launch.Round > 0)));

        Assert.Single(order.Tiers);
        Assert.All(order.Pairs, pair => Assert.False(pair.IsKnown || pair.IsLevel || pair.Holds));
    }

    [Fact]
    public void Orders_StateThatOnePlaceHasNot_IsLeftOut()
    {
        var order = AllCores(PlaceSamples.Near(), PlaceSamples.Far().With(run => run.Without(launch => launch.State == "Swift") with
        {
            States = [.. run.States.Where(state => state.Name != "Swift")],
        }));

        Assert.Equal([["Quick"], ["Slow"]], order.Tiers);
    }

    [Fact]
    public void Orders_PromisesAndLimits_AreNeverRankedAgainstEachOther()
    {
        var orders = PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far()]).Orders;

        Assert.Equal(
            [(AtOnce, Look.AllCores), (AtOnce, Look.OneCore), (new("Asynchronous", "DelaysNobody"), Look.AllCores), (new Promise("Asynchronous", "DelaysNobody"), Look.OneCore)],
            orders.Select(order => (order.Promise, order.Look)));
        Assert.All(orders, order => Assert.DoesNotContain("Empty", order.Tiers.SelectMany(tier => tier)));
        Assert.DoesNotContain(orders[0].Tiers.SelectMany(tier => tier), orders[2].Tiers.SelectMany(tier => tier).Contains);
    }

    [Fact]
    public void States_OfSeveralPlaces_AreByPromiseTheBestFirstAndLimitsLast() => Assert.Equal(
        ["Swift", "Quick", "Slow", RunAnalysis.BaselineName, "OtherOwner", "Empty"],
        PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far(("Quick", 60))]).States.Select(state => state.Name));

    [Fact]
    public void AnswersFor_StateThatChangedSinceOneRun_IsNoCandidateOnAny()
    {
        var comparison = PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far() with { ChangedSince = new HashSet<string> { "Quick" } }]);

        Assert.True(comparison.HasChanged("Quick"));
        Assert.Equal(["Swift", "Swift"], comparison.AnswersFor(AtOnce).Select(answer => answer.Best.Declared.Name));
    }

    [Fact]
    public void Current_BaselineChangedSinceOneRun_LeavesThatPlaceOut()
    {
        var current = PlaceComparison.Of([PlaceSamples.Near(), PlaceSamples.Far() with { ChangedSince = new HashSet<string> { RunAnalysis.BaselineName } }]).Current;

        Assert.Equal(CoreDistance.Near, Assert.Single(current.Places).Place.Distance);
        Assert.Equal(CoreDistance.Far, Assert.Single(current.Outdated).Place.Distance);
        Assert.False(current.HasChanged(RunAnalysis.BaselineName));
    }

    [Fact]
    public void Current_BaselineChangedSinceAllRuns_IsAll() => Assert.Single(
        PlaceComparison.Of([PlaceSamples.Far() with { ChangedSince = new HashSet<string> { RunAnalysis.BaselineName } }]).Current.Places);

    [Fact]
    public void AnswersFor_EveryStateChanged_AreNone() => Assert.Empty(
        PlaceComparison.Of([PlaceSamples.Near() with { ChangedSince = new HashSet<string> { "Quick", "Swift", "Slow" } }]).AnswersFor(AtOnce));

    [Fact]
    public void Places_InAnyOrder_BeginWithTheNear() => Assert.Equal(
        [CoreDistance.Near, CoreDistance.Far],
        PlaceComparison.Of([PlaceSamples.Far(), PlaceSamples.Near()]).Places.Select(place => place.Place.Distance));

    [Fact]
    public void Multiple_InBothLooks_IsTheBaselinesTimeOverTheStates()
    {
        var place = PlaceSamples.Near(("Quick", 20));

        Assert.All(Look.All, look =>
        {
            Assert.Equal(5, place.Multiple("Quick", look).Estimate!.Center, 0.05);
            Assert.Equal(new Estimate(1, null, null, null, 8), place.Multiple(RunAnalysis.BaselineName, look).Estimate);
            Assert.NotNull(place.Multiple("NoSuchState", look).AbsentBecause);
        });
    }

    [Fact]
    public void Read_SeveralRuns_TakesTheNewestOfEachPlaceThatMayBeQuoted()
    {
        var root = Directory.CreateTempSubdirectory("keyed-state-").FullName;
        try
        {
            var results = new ResultsFolder(root);
            var near = PlaceSamples.Near().Analysis.Run;
            Save(near, 0);
            Save(near, 1);
            Save(PlaceSamples.Far().Analysis.Run, 2);
            Save(near with { PlannedLaunches = near.PlannedLaunches + 1 }, 3);
            Save(near with { Quotable = false }, 4);
            Save(near with { Suite = "full" }, 5);

            var comparison = PlaceComparison.Read(results, "headline", source => source.Dirty ? null : new HashSet<string> { "Quick" })!;

            Assert.Equal([near.Started.AddDays(1), near.Started.AddDays(2)], comparison.Places.Select(place => place.Analysis.Run.Started));
            Assert.True(comparison.HasChanged("Quick"));
            Assert.Null(PlaceComparison.Read(results, "smoke", _ => null));

            void Save(StoredRun run, int day)
            {
                var stored = run with { Started = near.Started.AddDays(day) };
                RunFile.Save(stored, results.NewRunPath(stored));
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static PromiseOrder AllCores(params MeasuredPlace[] places) =>
        PlaceComparison.Of(places).Orders.Single(order => order.Promise == AtOnce && order.Look == Look.AllCores);
}
