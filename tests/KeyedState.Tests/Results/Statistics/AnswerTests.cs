using KeyedState.Results;

namespace KeyedState.Tests.Results.Statistics;

public sealed class AnswerTests
{
    [Fact]
    public void Answers_ClearlyAhead_IsLevelWithNobody()
    {
        var answer = RunAnalysis.Of(SampleRun.Headline().WithLaunches(launch => launch.State == "ConcurrentDictionary" ? launch.WithTimes(time => time / 1.3) : launch)).Answers[0];

        Assert.Equal((new("AtOnce", "DelaysNobody"), Look.AllCores, "ConcurrentDictionary"), (answer.Promise, answer.Look, answer.Best.Declared.Name));
        Assert.Empty(answer.LevelWith);
        Assert.Equal("Lock", answer.Next!.Declared.Name);
    }

    [Fact]
    public void Answers_StateThatLetsACallerDelayOthers_WinsOnlyAmongItsOwn()
    {
        var answers = RunAnalysis.Of(SampleRun.Headline()).Answers.Where(answer => answer.Promise.Replies == "Asynchronous").ToArray();

        Assert.Equal(["DelaysNobody", "DelaysOthers"], answers.Select(answer => answer.Promise.BlockingCaller));
        Assert.Equal(["RendezvousOwner", "LeaseOwner"], answers.Select(answer => answer.Best.Declared.Name));
        Assert.True(answers[1].Best.Throughput.Estimate!.Center > answers[0].Best.Throughput.Estimate!.Center);
    }

    [Fact]
    public void Answers_RoundsGoBothWays_IsLevel()
    {
        var run = SampleRun.Headline().WithLaunches(launch => launch is { State: "Lock", Round: 0, Look.Name: "all cores" }
            ? SampleRun.Launch("Lock", Look.AllCores, 0, 1)
            : launch);

        Assert.Equal("Lock", Assert.Single(RunAnalysis.Of(run).Answers[0].LevelWith).Declared.Name);
    }

    [Fact]
    public void Answers_NoThroughput_FallBackToCost()
    {
        var run = SampleRun.Headline().Without(launch => launch.Look == Look.AllCores);

        var answer = RunAnalysis.Of(run with { Looks = [run.Looks[0]] }).Answers[1];

        Assert.Equal((Look.OneCore, "RendezvousOwner"), (answer.Look, answer.Best.Declared.Name));
    }

    [Fact]
    public void Answers_StateThatAnswersAtOnceWhenFree_IsRankedAmongItsOwnAndHeldAgainstTheEmptyState()
    {
        var run = SampleRun.Of([.. SampleRun.Headline().States, SampleRun.State("CombiningOwner", "Combining owner", "Delegation", "AtOnceWhenFree")])
            .WithLaunches(launch => launch.State switch
            {
                "Empty" => launch.With(Metric.Allocated, Enumerable.Repeat(2.0 * launch.Operations, 6)),
                "AsynchronousFloor" => launch.WithTotal(Metric.Allocated, 0),
                "CombiningOwner" => launch.With(Metric.Allocated, Enumerable.Repeat(3.0 * launch.Operations, 6)),
                _ => launch,
            });

        var analysis = RunAnalysis.Of(run);

        Assert.Equal(["AtOnce", "AtOnceWhenFree", "Asynchronous", "Asynchronous", "Inline"], analysis.Answers.Select(answer => answer.Promise.Replies));
        var own = analysis.Answers[1].Best;
        Assert.Equal(("CombiningOwner", 3), (own.Declared.Name, analysis.States.ToList().IndexOf(own)));
        Assert.Equal(1, own.AllocatedBeyond.Estimate!.Center);
    }
}
