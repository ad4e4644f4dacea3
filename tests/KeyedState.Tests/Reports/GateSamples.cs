using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

/// <summary>Records of the gate as they could come about.</summary>
internal static class GateSamples
{
    public static GateRecord Passed() => new()
    {
        Schema = GateRecord.CurrentSchema,
        Started = new DateTimeOffset(2026, 1, 31, 12, 30, 15, TimeSpan.Zero),
        Seconds = 301.7,
        Seed = 42,
        Machine = SampleRun.Machine,
        Base = new GateSide("main", "0123456789abcdef", Changed: false),
        Head = new GateSide(".", "89abcdef01234567", Changed: true),
        Looks = [new(Look.OneCore, 1.03, 1.01, null, 36, 5), new(Look.AllCores, 1.12, 1.04, null, 22, 17)],
        Rows = [Row("Lock", Look.OneCore, 1.001), Row("LeaseOwner", Look.OneCore, 0.997), Row("Lock", Look.AllCores, 1.02), Row("LeaseOwner", Look.AllCores, 0.99)],
        Allocations = [new("Lock", 0.001, 0.002), new("LeaseOwner", 0, 0.02)],
        SelfTests =
        [
            new("Lock", Look.OneCore, 1, 1.002, Passed: true, 1),
            new("Lock", Look.OneCore, 1.0609, 1.058, Passed: true, 2),
            new("Lock", Look.AllCores, 1, 1.01, Passed: true, 1),
        ],
    };

    public static GateRecord Regression() => Passed() with
    {
        Rows =
        [
            Row("Lock", Look.OneCore, 1.05, Verdict.Slower),
            Row("Batched|Owner <b>", Look.OneCore, 0.9, Verdict.Faster),
            Row("Mailbox", Look.OneCore, 1.01) with { Verdict = Verdict.Undecided },
            new GateRow { State = "Hung", Look = Look.OneCore, Verdict = Verdict.Undecided, Failure = "failed its check: key 1 read 0", FailureOfHead = true },
            .. Passed().Rows,
        ],
        Allocations = [new("LeaseOwner", 0, 8), new("Lock", 8, 0)],
        Added = ["Pump"],
        Removed = ["Old"],
    };

    public static GateRecord StateMissing() => Passed() with { Added = ["Guard"], Removed = ["Monitor", "SpinLock"] };

    public static GateRecord HarnessChanged() => Passed() with
    {
        HarnessChange = "The base's states do not run under the head's harness. The worker of base ended at Hello and said: MissingMethodException",
        Looks = [.. Passed().Looks.Select(look => look with { FirstRound = 0 })],
        Rows = [],
        Allocations = [],
        SelfTests = [],
    };

    public static GateRecord ContentionBlind() => Passed() with
    {
        Rows = [.. Passed().Rows.Select(row => row.Look == Look.AllCores ? row with { SmallestVisible = 1.4, Verdict = Verdict.Slower } : row)],
        SelfTests = [.. Passed().SelfTests.SkipLast(1), new("Lock", Look.AllCores, 1, 1.2, Passed: false, 2)],
    };

    public static GateRecord Blind() => Passed() with
    {
        Rows = [.. Passed().Rows.Select(row => row with { SmallestVisible = 1.2 })],
        SelfTests = [new("Lock", Look.OneCore, 1.0609, 1.001, Passed: false, 2), new("Mailbox", Look.AllCores, 1, 1.2, Passed: false, 2)],
    };

    public static GateRecord TouchedUnseen() => Passed() with
    {
        Touched = ["Lock", "Monitor", "SpinLock"],
        Rows = [.. Passed().Rows.Select(row => row.State == "Lock" && row.Look == Look.OneCore ? row with { SmallestVisible = 1.08, Verdict = Verdict.Undecided } : row), .. Enumerable.Range(1, 10).Select(number => Row($"Other{number}", Look.OneCore, 1))],
    };

    public static GateRecord FailedOnce() => Passed() with { SingleFailures = [new("Lock", Look.OneCore, "The worker of head did not answer within 60 s.")] };

    public static GateRecord UnderLoad() => Passed() with
    {
        Looks = [new(Look.Latency, 1.5, 1.1, null, 16, 100, 20, Rate: 20_000)],
        Rows =
        [
            Row("Mailbox", Look.Latency, 2.1, Verdict.Slower),
            Row("Owner", Look.Latency, 1.02) with { SmallestVisible = 1.3 },
            NotJudged("Lock", Unjudged.BelowResolution),
            NotJudged("Transactions", Unjudged.Overloaded),
            NotJudged("Channel", Unjudged.OverloadedInHead),
        ],
        Allocations = [],
        SelfTests = [new("Owner", Look.Latency, 1, 1.01, Passed: true, 1), new("Owner", Look.Latency, 2.25, 2.3, Passed: true, 1)],
    };

    private static GateRow NotJudged(string state, Unjudged reason) => new() { State = state, Look = Look.Latency, Verdict = Verdict.Undecided, NotJudged = reason };

    public static GateRow Row(string state, Look look, double ratio, Verdict verdict = Verdict.NoDifference) => new()
    {
        State = state,
        Look = look,
        Verdict = verdict,
        Ratio = ratio,
        Lower = ratio - 0.01,
        Upper = ratio + 0.01,
        SmallestVisible = 1.02,
        Unimportant = 1.01,
        BaseNanoseconds = 13.4,
        HeadNanoseconds = 13.4 * ratio,
        Launches = 40,
        Round = verdict == Verdict.NoDifference ? 1 : 2,
    };
}
