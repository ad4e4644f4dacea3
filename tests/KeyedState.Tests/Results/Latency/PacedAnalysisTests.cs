using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Latency;

public sealed class PacedAnalysisTests
{
    private static readonly PacedAnalysis Paced = Of(LatencySamples.Run());

    [Fact]
    public void IntendedRate_OfTheScenario_IsThatOfTheLoops() => Assert.Equal(PacedRun.IntendedRate, Paced.IntendedRate);

    [Fact]
    public void ShareOfGo_OfAState_IsHeldAgainstThePacedChannels()
    {
        // 96,000 and 60,000 a second against 90,000, each a little less in later rounds.
        Assert.Equal(1.07, Paced.ShareOfGo("Lock")!.Center, 0.05);
        Assert.Equal(0.67, Paced.ShareOfGo("Actor")!.Center, 0.05);
        Assert.True(Paced.ShareOfGo("Actor") is { Lower: < 0.67, Upper: > 0.65 and < 0.8 });
        Assert.Equal(1, Paced.ShareOfGo(GoDesign.Channels, paced: true)!.Center, 1e-9);
    }

    [Fact]
    public void ShareOfFixedRate_OfAState_IsOfWhatIsDue()
    {
        Assert.Equal(0.998, Paced.ShareOfFixedRate("Lock")!.Center, 0.001);
        Assert.InRange(Paced.ShareOfFixedRate("Actor")!.Center, 0.45, 0.5);
    }

    [Fact]
    public void TimesGo_OfAState_IsARoleOfItsClosedLoopAgainstTheSameOfTheUnpacedChannels()
    {
        Assert.Equal(2.5e6 / (1.46e6 * 10 / 11), Paced.TimesGo("Lock", 0, launch => launch.ReadOps)!.Center, 0.1);
        Assert.Equal(0.25e6 / (1.46e6 / 11), Paced.TimesGo("Lock", 1, launch => launch.WriteOps)!.Center, 0.1);
        Assert.Null(Paced.TimesGo(GoDesign.SyncMap, launch => launch.WriteOps));
    }

    [Fact]
    public void WritersGetLittleInGo_WritersThatGetNothingInOneLaunch_AreNamedWithHowLittle()
    {
        var little = Assert.Single(Paced.WritersGetLittleInGo());

        Assert.Equal((GoDesign.SyncMap, 6, 1, 0), (little.Design, little.Launches, little.InSoMany, little.FewestWrites));
        Assert.InRange(little.Reads, 1, long.MaxValue);
    }

    [Fact]
    public void Cpu_OfBothWays_IsPerSecond()
    {
        Assert.Equal(0.42, Paced.OriginalCpu("Lock")!.Center, 0.01);
        Assert.Equal(1.96, Paced.FixedRateCpu("Actor")!.Center, 0.01);
        Assert.Equal(0.2, Paced.GoCpu(GoDesign.Mutex, paced: true)!.Center, 1e-9);
    }

    [Fact]
    public void ShareOfGo_NoGo_IsAbsent()
    {
        var paced = Of(LatencySamples.Run() with { Go = null });

        Assert.Null(paced.ShareOfGo("Lock"));
        Assert.Null(paced.TimesGo("Lock", 0, launch => launch.ReadOps));
        Assert.Empty(paced.WritersGetLittleInGo());
        Assert.Empty(paced.GoDesigns(paced: true));
        Assert.False(paced.HasOriginal);
        Assert.Equal(0.83, paced.ShareOfIntended("Lock")!.Center, 0.05);
    }

    [Fact]
    public void ShareOfGo_OneThatDidNothing_IsAbsent()
    {
        var run = LatencySamples.Run();
        var paced = Of(run with { Launches = [.. run.Launches.Select(launch => launch with { Paced = launch.Paced! with { Original = new(0, 1, 0) } })] });

        Assert.Null(paced.ShareOfGo("Lock"));
        Assert.Equal(0, paced.Original("Lock")!.Center);
    }

    [Fact]
    public void States_FailedOrNotPaced_AreLeftOut()
    {
        var run = LatencySamples.Run();
        var paced = Of(run with
        {
            Failures = [new("Lock", null, "wrong")],
            Launches = [.. run.Launches.Select(launch => launch.State == "Actor" ? launch with { Paced = null } : launch)],
        });

        Assert.Equal(["Empty", "Owner", "ReadersFirst"], paced.States.Select(state => state.Name));
    }

    private static PacedAnalysis Of(StoredLatencyRun run) => new(new LatencyAnalysis(run));
}
