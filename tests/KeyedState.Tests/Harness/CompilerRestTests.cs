using KeyedState.Harness;

namespace KeyedState.Tests.Harness;

public sealed class CompilerRestTests
{
    private static readonly WarmupPlan Plan = new(
        Least: TimeSpan.FromMilliseconds(100), Quiet: TimeSpan.FromMilliseconds(40), Limit: TimeSpan.FromMilliseconds(1000));

    // looked at after so many milliseconds, so many methods compiled by then, whether the rest has come at the last look
    public static TheoryData<int[], long[], bool> Looks => new()
    {
        { [100], [0], true },
        { [99], [0], false },
        { [100], [4], true },
        { [100], [5], false },
        { [60, 100], [500, 500], true },
        { [61, 100], [500, 500], false },
        { [60, 80, 100], [500, 503, 504], true },
        { [60, 80, 100], [500, 503, 505], false },
        { [60, 100, 120, 140], [500, 600, 600, 604], true },
        { [60, 100, 120, 139], [500, 600, 600, 604], false },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public void HasCome_AtTheLastLook_IsWhetherHardlyAMethodWasCompiledForLongEnough(int[] milliseconds, long[] compiled, bool expected)
    {
        var rest = new CompilerRest(Plan, compiledBefore: 0);

        var come = milliseconds.Zip(compiled, (at, methods) => rest.HasCome(TimeSpan.FromMilliseconds(at), methods)).ToArray();

        Assert.Equal(expected, come[^1]);
    }

    [Fact]
    public void HasCome_QuietTimeNotYetPassed_IsFalse() =>
        Assert.False(new CompilerRest(Plan with { Least = TimeSpan.Zero }, 0).HasCome(TimeSpan.FromMilliseconds(39), 0));
}
