using KeyedState.Stores.Benchmarks;
using KeyedState.Stores.Benchmarks.Kills;

namespace KeyedState.Stores.Tests.Kills;

/// <summary>Real kills, of a process of this program and of an engine.</summary>
public sealed class KillTrialTests
{
    [Fact]
    public void Run_StateInAProcessOfThisProgram_LosesNothingThatIsOnTheDisk()
    {
        var verdict = KillTrial.Run(StoreCatalogue.Find("SqliteNormal"), TimeSpan.Zero);

        Assert.Equal((0, null), (verdict.Lost, verdict.Wrong));
        Assert.True(verdict.Acknowledged >= KillLoad.Writers);
    }

    [Fact]
    public void Run_EngineInMemory_LosesAll()
    {
        var verdict = KillTrial.Run(StoreCatalogue.Find("Garnet"), TimeSpan.Zero);

        Assert.Null(verdict.Wrong);
        Assert.True(verdict.Acknowledged >= KillLoad.Writers);
        Assert.Equal(verdict.Acknowledged, verdict.Lost);
    }

    [Fact]
    public void Run_EngineThatCannotBeStarted_SaysWhy() =>
        Assert.Equal("It does not start.", KillTrial.Run(StateEntry.Of(typeof(NeverStartsState)), TimeSpan.Zero).Wrong);
}
