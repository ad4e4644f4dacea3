using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What the gate says of one state in one look.</summary>
public sealed record GateRow
{
    /// <summary>The state.</summary>
    public required string State { get; init; }

    /// <summary>The look.</summary>
    [JsonConverter(typeof(GateLookConverter))]
    public required Look Look { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Head's time over base's; null when the state could not be measured.</summary>
    public double? Ratio { get; init; }

    /// <summary>The lower end of the ratio's interval.</summary>
    public double? Lower { get; init; }

    /// <summary>The upper end of the ratio's interval.</summary>
    public double? Upper { get; init; }

    /// <summary>The smallest slowdown that this comparison would have doubted, as a ratio above 1.</summary>
    public double? SmallestVisible { get; init; }

    /// <summary>Up to which ratio above 1 no alarm was raised: the asked one, or the noise of this run where that is larger.</summary>
    public double? Unimportant { get; init; }

    /// <summary>The base's median time for an operation in nanoseconds, or that of its slowest hundredth where the look is at those.</summary>
    public double? BaseNanoseconds { get; init; }

    /// <summary>The head's.</summary>
    public double? HeadNanoseconds { get; init; }

    /// <summary>How many pairs of launches the figures are over.</summary>
    public int Launches { get; init; }

    /// <summary>Which round the figures are of: 2 when the first had doubts.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Whether the first round found a slowdown that the second could not look at again, for lack of time or because the state failed in it.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Why the state could not be measured or failed its check; null when it was.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether the failure is the head's, and so an alarm.</summary>
    public bool FailureOfHead { get; init; }

    /// <summary>Why there is no verdict although both builds were driven; null where there is one. Such a row has no figures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Unjudged? NotJudged { get; init; }
}
