using KeyedState.Stores.Benchmarks.Kills;
using KeyedState.Verification;

namespace KeyedState.Stores.Tests.Kills;

/// <summary>The writers and the judge before states whose faults are known.</summary>
public sealed class KillLoadTests
{
    private const int Changes = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Judge_DiskThatKeepsAll_LosesNothing()
    {
        var verdict = await VerdictOnAsync((_, _, value) => value);

        Assert.Equal(new SurvivalVerdict(Changes - 1, KillLoad.Writers, 0, null), verdict);
    }

    /// <summary>The last changes of every key are in memory only, as of a file that is written from time to time.</summary>
    [Fact]
    public async Task Judge_DiskThatLosesTheLastChanges_CountsThem()
    {
        var verdict = await VerdictOnAsync((change, old, value) => change < Changes - 100 ? value : old);

        Assert.Equal((100, null), (verdict.Lost, verdict.Wrong));
    }

    [Fact]
    public async Task Judge_DiskThatLosesEverything_CountsAll()
    {
        var verdict = await VerdictOnAsync((_, old, _) => old);

        Assert.Equal((Changes - 1, null), (verdict.Lost, verdict.Wrong));
    }

    [Fact]
    public async Task Judge_DiskThatDoublesItsValues_IsWrong() =>
        Assert.Contains("which nobody wrote to it", (await VerdictOnAsync((_, _, value) => 2 * value)).Wrong, StringComparison.Ordinal);

    /// <summary>An addition that is replayed twice gives a value ahead of all that were begun.</summary>
    [Fact]
    public async Task Judge_DiskThatIsAheadByAChange_IsWrong() =>
        Assert.Contains("which nobody wrote to it", (await VerdictOnAsync((_, _, value) => value + (2 * KeyWrites.Stride))).Wrong, StringComparison.Ordinal);

    [Fact]
    public async Task Judge_DiskThatInventsAValue_IsWrong() =>
        Assert.Contains("which nobody wrote to it", (await VerdictOnAsync((_, _, value) => value + 1)).Wrong, StringComparison.Ordinal);

    // Every writer begins one change that fails.
    private static async Task<SurvivalVerdict> VerdictOnAsync(Func<int, int, int, int> keeps)
    {
        var disk = new FailingDisk(Changes, keeps);
        var load = new KillLoad(disk);
        await load.Ends.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return SurvivalJudge.Judge(load.History, disk.OnDisk);
    }
}
