namespace KeyedState.Regression;

/// <summary>How much work a slice of a state is to be, as a pilot found it.</summary>
public sealed record PilotReply : WorkerReply
{
    private const int LongestPlan = 100_000;

    /// <summary>The work in the worker's own words, to be sent with every request for a slice.</summary>
    public string Plan { get; init; } = "";

    /// <summary>The operations of one slice, those of all its callers together.</summary>
    public long Operations { get; init; }

    /// <summary>How many operations a caller makes before it yields.</summary>
    public long RunLength { get; init; }

    /// <summary>The time for an operation in the fastest iteration, in nanoseconds.</summary>
    public double NanosecondsPerOperation { get; init; }

    /// <summary>How long an iteration is to take, in milliseconds.</summary>
    public double WindowMilliseconds { get; init; }

    /// <summary>How long the warm-up took, in seconds.</summary>
    public double WarmupSeconds { get; init; }

    /// <summary>How long it waited for cores that are near each other, in seconds.</summary>
    public double WaitedSeconds { get; init; }

    /// <summary>What the pilot's iterations observed: a <see cref="Results.LaunchNote"/> as bytes.</summary>
    public byte[] Note { get; init; } = [];

    /// <inheritdoc/>
    protected internal override string? Problem =>
        Plan is not { Length: > 0 and <= LongestPlan } ? "no plan, or one that does not end"
        : Operations <= 0 || RunLength <= 0 ? "no operations"
        : !double.IsFinite(NanosecondsPerOperation) || NanosecondsPerOperation <= 0 ? "operations that take no time"
        : !double.IsFinite(WindowMilliseconds) || WindowMilliseconds <= 0 ? "a window that is not possible"
        : !double.IsFinite(WarmupSeconds) || WarmupSeconds < 0 ? "a warm-up that is not possible"
        : !double.IsFinite(WaitedSeconds) || WaitedSeconds < 0 ? "a wait that is not possible"
        : ProblemOf(Note);
}
