using System.Text.Json.Serialization;

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

    /// <summary>States of both builds that the change touches, as far as their sources tell.</summary>
    public IReadOnlyList<string> Touched { get; init; } = [];

    /// <summary>Failures of the head in one launch of a state that was measured all the same.</summary>
    public IReadOnlyList<SingleFailure> SingleFailures { get; init; } = [];

    /// <summary>Why the base's states can't be driven by the head's harness, as a sentence; null when they can.</summary>
    public string? HarnessChange { get; init; }

    /// <summary>
    /// The look that a pass needs: the finest that could be taken. The other is coarser, and what it doesn't see is said.
    /// Null where none could be taken.
    /// </summary>
    public GateLook? Deciding => Looks.FirstOrDefault(look => look.AbsentBecause is null);

    /// <summary>What it comes to. A head that is wrong is a regression whatever else is known; a figure needs a harness and a look to be trusted.</summary>
    public GateConclusion Conclusion =>
        Rows.Any(row => row.FailureOfHead) ? GateConclusion.Regression
        : HarnessChange is not null ? GateConclusion.HarnessChanged
        : Allocations.Any(allocation => allocation.IsAlarm) ? GateConclusion.Regression
        : Rows.Any(row => row.Verdict == Verdict.Slower && IsTrusted(row.Look)) ? GateConclusion.Regression
        : SingleFailures.Count > 0 ? GateConclusion.FailedOnce
        : Deciding is null || !CanJudge(Deciding.Look) ? GateConclusion.CannotJudge
        : Removed.Count > 0 ? GateConclusion.StateMissing
        : GateConclusion.Passed;

    /// <summary>Whether a look passed its self-tests, so that what it found counts.</summary>
    /// <param name="look">The look.</param>
    public bool IsTrusted(Look look) => SelfTests.Any(test => test.Look == look) && SelfTests.All(test => test.Look != look || test.Passed);

    /// <summary>
    /// Whether a look's silence counts too: it is trusted, could have seen its threshold in nearly all states and in nearly all that the
    /// change touches, looked again at each slowdown that it saw, and the head bore every load that the base did.
    /// </summary>
    /// <param name="look">The look.</param>
    public bool CanJudge(Look look) =>
        IsTrusted(look) && !Rows.Any(row => row.Look == look && row is { Unconfirmed: true } or { NotJudged: Unjudged.OverloadedInHead })
        && Compared(look) > 0 && Seeing(look) >= LeastVisibleShare * Compared(look) && SeesTouched(look);

    /// <summary>Whether a look could have seen its threshold in nearly all that it compared of the states that the change touches.</summary>
    /// <param name="look">The look.</param>
    public bool SeesTouched(Look look)
    {
        var compared = JudgedRows(look).Where(row => Touched.Contains(row.State)).ToArray();
        return compared.Count(row => Sees(row, look)) >= LeastVisibleShare * compared.Length;
    }

    /// <summary>The states that the change touches and that have no row, because there would be too many to compare or others were asked for.</summary>
    [JsonIgnore]
    public IEnumerable<string> Uncompared => Touched.Except(Rows.Select(row => row.State));

    /// <summary>The states that the change touches and in which a look could not have seen an effect of its threshold.</summary>
    /// <param name="look">The look.</param>
    public IEnumerable<string> Unseen(Look look) => JudgedRows(look).Where(row => !Sees(row, look)).Select(row => row.State).Intersect(Touched);

    /// <summary>How many comparisons a look has that are judged.</summary>
    /// <param name="look">The look.</param>
    public int Compared(Look look) => JudgedRows(look).Count();

    /// <summary>How many of a look's comparisons could have shown an effect of its threshold.</summary>
    /// <param name="look">The look.</param>
    public int Seeing(Look look) => JudgedRows(look).Count(row => Sees(row, look));

    /// <summary>The ratio above 1 that a look was asked to see.</summary>
    /// <param name="look">One of <see cref="Looks"/>.</param>
    public double ThresholdOf(Look look) => Looks.First(taken => taken.Look == look).Threshold;

    private IEnumerable<GateRow> JudgedRows(Look look) => Rows.Where(row => row.Look == look && row.NotJudged is null);

    private bool Sees(GateRow row, Look look) => row.SmallestVisible <= ThresholdOf(look);
}
