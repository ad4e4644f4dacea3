using KeyedState.Benchmarks.Commands;
using KeyedState.Tests.Suites;

namespace KeyedState.Tests.Commands;

public sealed class VerifyCommandTests
{
    private static readonly StateEntry Right = StateEntry.Of(typeof(LockState));
    private static readonly StateEntry Slow = StateEntry.Of(typeof(RendezvousChannelOwnerState));
    private static readonly StateEntry Wrong = StateEntry.Of(typeof(LosesEverythingState));

    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new();

    [Fact]
    public void Run_StatesByName_VerifiesThem()
    {
        Assert.Equal(0, SuiteCommandLine.Run(["verify", "--states", "lock, Mailbox", "--operations", "3000", "--seed", "7"], output, error));

        Assert.Equal("", error.ToString());
        Assert.Collection(
            Lines(),
            first => Assert.Equal("Verifying 2 states, each in a process of its own (seed 7).", first),
            one => Assert.Matches(@"^Lock      +[5-7],\d{3} operations  +\d+\.\d s  linearizable$", one),
            other => Assert.Matches(@"^Mailbox   +[5-7],\d{3} operations  +\d+\.\d s  linearizable$", other));
    }

    [Fact]
    public void Run_WrongStateAmongRightOnes_GoesOnAndReturns1()
    {
        var code = VerifyCommand.Run([Wrong, Right], 100, 7, (entry, _, _) => (100, entry == Wrong ? "It lies.\n  worker 1" : null), output);

        Assert.Equal(1, code);
        Assert.Collection(
            Lines().Skip(1),
            wrong => Assert.EndsWith("WRONG", wrong, StringComparison.Ordinal),
            why => Assert.Equal("  It lies.", why),
            who => Assert.Equal("    worker 1", who),
            right => Assert.EndsWith("linearizable", right, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_EveryState_GetsTheOperationsAndTheSeed()
    {
        var asked = new List<(string, int, int)>();

        VerifyCommand.Run([Right, Slow], 5_000, 7, Check, output);

        Assert.Equal([("Lock", 5_000, 7), ("RendezvousChannelOwner", 5_000, 7)], asked);

        (long, string?) Check(StateEntry entry, int operations, int seed)
        {
            asked.Add((entry.Name, operations, seed));
            return (operations, null);
        }
    }

    [Fact]
    public void Run_NoStates_IsNoSuccess() =>
        Assert.Throws<FormatException>(() => VerifyCommand.Run([], 100, 7, (_, _, _) => (100, null), output));

    [Theory]
    [InlineData("verify --states Nonsense")]
    [InlineData("verify --states Empty")]
    [InlineData("verify --states ,")]
    [InlineData("verify --operations 0")]
    [InlineData("verify --operations 20000001")]
    [InlineData("verify --operations many")]
    [InlineData("verify --seed x")]
    [InlineData("verify extra")]
    public void Run_WrongCall_SaysSoInOneLineAndReturns2(string call)
    {
        Assert.Equal(2, SuiteCommandLine.Run(call.Split(' '), output, error));

        Assert.Empty(output.ToString());
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    private string[] Lines() => output.ToString().TrimEnd().Split('\n');
}
