using KeyedState.Reports;
using KeyedState.Results;
using KeyedState.Tests.Results.Latency;

namespace KeyedState.Tests.Reports;

public sealed class HiddenByThroughputTests
{
    private const int Fast = 2_000;

    [Fact]
    public void Render_RoleThatGetsMoreThanTwiceItsShare_IsNamedWithHowMuch() =>
        Assert.Contains(
            "there are 10.0 readers for each of the writers, but readers complete 901 (with Readers \\| first) times as many operations as writers.",
            Render(LatencySamples.Run()),
            StringComparison.Ordinal);

    [Fact]
    public void Render_RolesWithTheirShares_AreNotNamed()
    {
        var run = LatencySamples.Run();

        Assert.DoesNotContain("counts all roles", Render(run with { Launches = [.. run.Launches.Where(launch => launch.State != "ReadersFirst")] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "")]
    [InlineData(60, "one in a thousand calls of its readers")]
    [InlineData(600, "one in a hundred calls of its readers")]
    public void Render_FastDesignWithLongWaits_IsHeldAgainstASlowerOneByThePercentileThatHasThem(int longWaits, string expected)
    {
        var page = Render(WithWaitsOfTheLock(longWaits, milliseconds: 50));

        var sentence = page.Split('\n').FirstOrDefault(line => line.Contains("Lock does 3.00 times as many operations as Plain owner", StringComparison.Ordinal)) ?? "";
        Assert.Equal(expected.Length > 0, sentence.Length > 0);
        Assert.Contains(expected, sentence, StringComparison.Ordinal);
    }

    // Of 20,000 times of each role in each launch.
    private static StoredLatencyRun WithWaitsOfTheLock(int waits, int milliseconds)
    {
        var run = LatencySamples.Run();
        var times = LatencySamples.Histogram([.. Enumerable.Repeat((long)Fast, 20_000 - waits), .. Enumerable.Repeat(milliseconds * 1_000_000L, waits)]).ToText();
        return run with
        {
            Launches =
            [
                .. run.Launches.Select(launch => launch.State == "Lock"
                    ? launch with { Closed = launch.Closed with { Roles = [.. launch.Closed.Roles.Select(role => role with { Times = times })] } }
                    : launch),
            ],
        };
    }

    private static string Render(StoredLatencyRun run) => LatencyReport.Render(new(run), "report");
}
