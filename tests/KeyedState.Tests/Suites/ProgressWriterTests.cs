using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class ProgressWriterTests
{
    private static readonly PlannedLaunch Launch = new(new PilotedState(StateEntry.Of(typeof(LockState)), LookPlan.OneCore, WorkSize.Unpiloted(110)), 0);

    private static readonly PlannedLaunch Long = new(
        new PilotedState(StateEntry.Of(typeof(TaskCompletionSourceChannelOwnerState)), LookPlan.OneCore, WorkSize.Unpiloted(110)), 0);

    private readonly StringWriter output = new();
    private readonly ManualClock time = new();

    [Fact]
    public void Start_NotATerminal_WritesPlainLinesWithTheTimeLeft()
    {
        var progress = new ProgressWriter(output, width: null, time);
        progress.Expect(3);

        progress.Start(Launch);
        time.Elapsed += TimeSpan.FromSeconds(2);
        progress.Start(Launch);

        Assert.Equal(["[1/3] Lock, one core, round 1", "[2/3] Lock, one core, round 1, 4 s left", ""], output.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void Start_LongRun_CountsInMinutes()
    {
        var progress = new ProgressWriter(output, width: null, time);
        progress.Expect(101);

        progress.Start(Launch);
        time.Elapsed += TimeSpan.FromSeconds(3);
        progress.Start(Launch);

        Assert.EndsWith(", 5 min left" + Environment.NewLine, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_Terminal_RewritesItsLine()
    {
        var progress = new ProgressWriter(output, width: () => 80, time);
        progress.Expect(2);

        progress.Start(Launch);
        progress.Start(Launch);

        Assert.Equal(2, output.ToString().Count(character => character == '\r'));
        Assert.DoesNotContain('\n', output.ToString());
    }

    [Theory]
    [InlineData(50)]
    [InlineData(20)]
    [InlineData(1)]
    public void Start_NarrowTerminal_StaysOnOneLine(int columns)
    {
        var progress = new ProgressWriter(output, () => columns, time);
        progress.Expect(110);

        progress.Start(Long);
        time.Elapsed += TimeSpan.FromSeconds(3);
        progress.Start(Long);

        Assert.All(output.ToString().Split('\r'), line => Assert.True(line.Length < columns || line.Length == 0, line));
    }

    [Fact]
    public void Start_TerminalOf50Columns_KeepsTheCountAndTheTimeLeft()
    {
        var progress = new ProgressWriter(output, () => 50, time);
        progress.Expect(110);

        progress.Start(Long);
        time.Elapsed += TimeSpan.FromSeconds(3);
        progress.Start(Long);

        Assert.Equal("[2/110] TaskCompletionSourceChannelO…, 5 min left", output.ToString().Split('\r')[^1].TrimEnd());
    }

    [Fact]
    public void Start_TerminalThatIsMadeWider_TakesTheRoom()
    {
        var columns = 30;
        var progress = new ProgressWriter(output, () => columns, time);
        progress.Expect(2);

        progress.Start(Long);
        columns = 80;
        progress.Start(Long);

        Assert.Equal([29, 79], output.ToString().Split('\r', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Length));
    }
}
