namespace KeyedState.Results;

/// <summary>Everything that one run of the gate found.</summary>
public sealed record GateRecord
{
    /// <summary>The version of the stored form.</summary>
    public const int CurrentSchema = 3;

    /// <summary>The share of comparisons whose smallest visible effect must be within the threshold for a pass.</summary>
    public const double LeastVisibleShare = 0.9;

    /// <summary>The version of the stored form.</summary>
    public required int Schema { get; init; }

    /// <summary>When the gate started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>The seed that every order was drawn from.</summary>
    public required int Seed { get; init; }

    /// <summary>The machine.</summary>
    public required StoredMachine Machine { get; init; }

    /// <summary>What head is held against.</summary>
    public required GateSide Base { get; init; }

    /// <summary>What is judged.</summary>
    public required GateSide Head { get; init; }

    /// <summary>The looks.</summary>
    public required IReadOnlyList<GateLook> Looks { get; init; }

    /// <summary>A line for each state and look that both builds have.</summary>
    public IReadOnlyList<GateRow> Rows { get; init; } = [];

    /// <summary>What the states of <see cref="Rows"/> allocate.</summary>
    public IReadOnlyList<GateAllocation> Allocations { get; init; } = [];

    /// <summary>The comparisons with a known answer.</summary>
    public IReadOnlyList<GateSelfTest> SelfTests { get; init; } = [];

    /// <summary>States that only head has.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>States that only base has: removed ones, and renamed ones by their name before.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Why the base's states can't be driven by the head's harness, as a sentence; null when they can.</summary>
    public string? HarnessChange { get; init; }

    /// <summary>The rows that could have shown an effect of the threshold.</summary>
    public int Seeing => Rows.Count(CouldSee);

    /// <summary>What it comes to. A head that is wrong is a regression whatever else changed; a figure needs a harness and a machine to be trusted.</summary>
    public GateConclusion Conclusion =>
        Rows.Any(row => row.FailureOfHead) ? GateConclusion.Regression
        : HarnessChange is not null ? GateConclusion.HarnessChanged
        : Allocations.Any(allocation => allocation.IsAlarm) ? GateConclusion.Regression
        : SelfTests.Count == 0 || SelfTests.Any(test => !test.Passed) ? GateConclusion.CannotJudge
        : Rows.Any(row => row.Verdict == Verdict.Slower) ? GateConclusion.Regression
        : Rows.Count == 0 || Seeing < LeastVisibleShare * Rows.Count ? GateConclusion.CannotJudge
        : Removed.Count > 0 ? GateConclusion.StateMissing
        : GateConclusion.Passed;

    /// <summary>Whether a row could have shown an effect of its look's threshold.</summary>
    /// <param name="row">One of <see cref="Rows"/>.</param>
    public bool CouldSee(GateRow row) => row.SmallestVisible <= Looks.First(look => look.Look == row.Look).Threshold;
}
