using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Latency;

/// <summary>A made-up run of the latency suite: a lock, an owner, a lock under which writers starve, and an actor that one of the rates is too much for.</summary>
internal static class LatencySamples
{
    private const int Rounds = 6;

    // Its histograms take a second.
    private static readonly Lazy<StoredLatencyRun> Made = new(Make);

    public static StoredLatencyRun Run() => Made.Value;

    /// <summary>A histogram of times.</summary>
    /// <param name="times">In nanoseconds.</param>
    public static LatencyHistogram Histogram(IEnumerable<long> times)
    {
        var recorder = new LatencyRecorder();
        foreach (var time in times)
        {
            recorder.Record(time);
        }

        return LatencyHistogram.Of(recorder.Counts, recorder.Shortest, recorder.Longest, recorder.OutOfRange);
    }

    private static StoredLatencyRun Make() => new()
    {
        Schema = StoredLatencyRun.CurrentSchema,
        Started = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        OrderSeed = 1,
        Quotable = true,
        PlannedRounds = Rounds,
        Machine = SampleRun.Of().Machine,
        Cards = SampleCard.Both,
        Source = SampleRun.Of().Source,
        Placement = new(Cores.All, new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" }, StoredLifetime.Iteration),
        Scenario = new("Go by Example", [new("readers", "Read", 100), new("writers", "Write", 10)], 5, false, 5, 100, 1),
        Protocol = new([10_000, 50_000], [0.5, 0.95], 120_000, 300, 2_000, 100, 20, false),
        States =
        [
            SampleRun.State("Empty", "Empty state", "Limit", "AtOnce"),
            SampleRun.State("Lock", "Lock", "Lock", "AtOnce"),
            SampleRun.State("Owner", "Plain owner", "ChannelOwner", "Asynchronous"),
            SampleRun.State("ReadersFirst", "Readers | first", "Lock", "AtOnce"),
            SampleRun.State("Actor", "Actor", "Actor", "Asynchronous"),
        ],
        Launches =
        [
            .. Enumerable.Range(0, Rounds).SelectMany(round => new[]
            {
                Launch("Empty", round, 5e6, 2, 10, 20_000),
                Launch("Lock", round, 3e6, 20, 10, 21_000),
                Launch("Owner", round, 1e6, 9_000, 10, 80_000),
                Launch("ReadersFirst", round, 2e6, 30, 900, 25_000),
                Launch("Actor", round, 60_000, 1.5e6, 10, 200_000),
            }),
        ],
        Go = new("go version go1.19.8 linux/amd64", null,
        [
            .. Enumerable.Range(0, Rounds).SelectMany(round => new[]
            {
                Go(GoDesign.Channels, round, paced: 90_000, unpaced: 1.5e6),
                Go(GoDesign.Mutex, round, paced: 100_000, unpaced: 2e7),
                [.. Go(GoDesign.SyncMap, round, paced: 100_500, unpaced: 3e7).Select(launch => launch is { Paced: false, Round: 2 } ? launch with { WriteOps = 0 } : launch)],
            }.SelectMany(pair => pair)),
        ]),
        Failures = [new("Left", null, "Left failed at its check: it is wrong")],
    };

    private static StoredGoLaunch[] Go(string design, int round, double paced, double unpaced)
    {
        var slower = 1 + (round / 100.0);
        return [Of(paced / slower, 0.2, isPaced: true), Of(unpaced / slower, 1.9, isPaced: false)];

        StoredGoLaunch Of(double rate, double cores, bool isPaced) => new(design, isPaced, round, (long)(rate * 10 / 11), (long)(rate / 11), 1, cores);
    }

    private static StoredLatencyLaunch Launch(string state, int round, double capacity, double service, double mix, double response)
    {
        var slower = 1 + (round / 50.0);
        var writes = (long)(capacity / 4 / mix);
        return new(
            state,
            round,
            capacity / slower,
            new(0.3, 0.2, true, [Role((long)(capacity / 4), service * slower, 0.998), Role(writes, service * slower * mix / 10, 0.99)]),
            [
                Open(10_000, null, reached: true, response * slower, service * slower),
                Open(50_000, null, reached: state != "Actor" || round < 3, 1.5 * response * slower, service * slower),
                .. state == "Actor" ? [Open(30_000, 0.5, reached: true, 1.2 * response, service), Open(57_000, 0.95, reached: false, 1, 1)] : Array.Empty<StoredOpenLoop>(),
            ],
            state == "Actor"
                ? new(new((long)(30_000 / slower), 0.5, 0.9), new((long)(27_500 / slower), 0.5, 0.98))
                : new(new((long)(48_000 / slower), 0.5, 0.2 * slower), new(54_900, 0.5, 0.3 * slower)));
    }

    private static StoredClosedRole Role(long operations, double nanoseconds, double fairness) =>
        new(operations, fairness, 0.9, 50 * nanoseconds, 12, Text(nanoseconds, 20_000));

    private static StoredOpenLoop Open(double rate, double? share, bool reached, double response, double service)
    {
        var scheduled = (int)(rate * 2);
        var writes = scheduled / 11;
        return reached
            ? new(rate, scheduled, scheduled, scheduled, 0, share, [Text(response, scheduled - writes), Text(response * 1.1, writes)], Text(service, scheduled))
            : new(rate, scheduled, scheduled / 2, scheduled / 2, scheduled / 2.0, share);
    }

    // Most are about as long as the middle, and the last of many are ten and more times as long.
    private static string Text(double middle, int count) =>
        Histogram(Enumerable.Range(1, count).Select(one => (long)(middle * (0.8 + (0.2 / Math.Pow(1 - ((one - 0.5) / count), 0.7)))))).ToText();
}
