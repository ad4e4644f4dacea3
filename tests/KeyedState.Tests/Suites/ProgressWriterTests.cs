using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class ProgressWriterTests
{
    private static readonly PlannedLaunch Launch = new(new PilotedState(StateEntry.Of(typeof(LockState)), LookPlan.OneCore, WorkSize.Unpiloted(110)), 0);

    private readonly StringWriter output = new();
    private readonly ManualClock time = new();

    [Fact]
    public void Start_NotATerminal_WritesPlainLinesWithTheTimeLeft()
    {
        var progress = new ProgressWriter(output, terminal: false, time);
        progress.Expect(3);

        progress.Start(Launch);
        time.Elapsed += TimeSpan.FromSeconds(2);
        progress.Start(Launch);

        Assert.Equal(["[1/3] Lock, one core, round 1", "[2/3] Lock, one core, round 1, 4 s left", ""], output.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void Start_LongRun_CountsInMinutes()
    {
        var progress = new ProgressWriter(output, terminal: false, time);
        progress.Expect(101);

        progress.Start(Launch);
        time.Elapsed += TimeSpan.FromSeconds(3);
        progress.Start(Launch);

        Assert.EndsWith(", 5 min left" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_Terminal_RewritesItsLine()
    {
        var progress = new ProgressWriter(output, terminal: true, time);
        progress.Expect(2);

        progress.Start(Launch);
        progress.Start(Launch);

        Assert.Equal(2, output.ToString().Count(character => character == '\r'));
        Assert.DoesNotContain('\n', output.ToString());
    }
}
