using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;

namespace KeyedState.Tests.Latency;

public sealed class LatencyFormsTests
{
    [Theory]
    [InlineData(1_000, 1_000, 1_000, 0, true)]
    [InlineData(1_000, 990, 1_000, 0, true)]
    [InlineData(1_000, 990, 999, 0, false)]
    [InlineData(1_000, 980, 1_000, 0, false)]
    [InlineData(1_000, 1_000, 1_000, 50, false)]
    public void Of_OpenLoop_KeepsTimesOnlyOfALoadThatWasReached(long scheduled, long served, long answered, double growth, bool reached)
    {
        var outcome = new OpenLoopOutcome(TimeSpan.FromSeconds(1), scheduled, served, answered, growth, [Of(answered - 10), Of(10)], Of(answered));

        var stored = LatencyForms.Of(outcome, 1_000);

        Assert.Equal((reached, reached, reached), (stored.IsReached, stored.Response is not null, stored.Service is not null));
        Assert.True(stored.IsPossible);

        static LatencyRecorder Of(long times)
        {
            var recorder = new LatencyRecorder();
            for (var time = 1; time <= times; time++)
            {
                recorder.Record(time);
            }

            return recorder;
        }
    }

    [Theory]
    [InlineData("300/800/20/0.05/0")]
    [InlineData("1.5/0/0/1/1")]
    public void Parse_ClosedLoop_IsWhatWasWritten(string text) => Assert.Equal(text, ClosedLoopPlan.Parse(text).ToString());

    [Theory]
    [InlineData("50000/100/400/20/0/7")]
    [InlineData("0/0/0.5/0/1/-7")]
    public void Parse_OpenLoop_IsWhatWasWritten(string text) => Assert.Equal(text, OpenLoopPlan.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("1/2/3")]
    [InlineData("-1/100/400/20/0/7")]
    [InlineData("50000/100/0/20/0/7")]
    [InlineData("NaN/100/400/20/0/7")]
    [InlineData("50000/100/400/20/2/7")]
    [InlineData("300/800/20/0.05/2")]
    [InlineData("50000/100/400/20/0/9999999999")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        Assert.Throws<FormatException>(() => OpenLoopPlan.Parse(text));
        Assert.Throws<FormatException>(() => ClosedLoopPlan.Parse(text));
    }

    [Theory]
    [InlineData("closed 20/20/20/0.05/0")]
    [InlineData("open 20000/5/20/20/0/1")]
    [InlineData("open 0/5/500/20/0/1")]
    [InlineData("paced 20.5")]
    [InlineData("fixed 110000/5/20/20/1/1")]
    public void Run_LoopOnThisMachine_GivesWhatCanBe(string text)
    {
        var reply = LatencyWork.Run(SuiteCatalogue.Default.Find("Lock")!, text);

        Assert.Single(new object?[] { reply.Closed, reply.Open, reply.Capacity, reply.Paced }, part => part is not null);
        Assert.True(reply.Closed?.IsPossible ?? reply.Open?.IsPossible ?? reply.Paced?.IsPossible ?? reply.Capacity > 0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("closed")]
    [InlineData("spiral 1/2/3/4")]
    [InlineData("paced ")]
    [InlineData("paced 0")]
    [InlineData("paced NaN")]
    [InlineData("paced 1e99")]
    [InlineData("fixed 20")]
    public void Run_NoLoop_IsRefused(string? text) => Assert.Throws<FormatException>(() => LatencyWork.Run(SuiteCatalogue.Default.Find("Lock")!, text));
}
