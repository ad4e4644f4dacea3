namespace KeyedState.Verification;

/// <summary>One operation of a compound history. Which of its values say something depends on its kind.</summary>
/// <remarks>A history may have millions of them, for which reason one struct serves for all kinds.</remarks>
public readonly record struct CompoundOperation
{
    /// <summary>What it does.</summary>
    public required CompoundKind Kind { get; init; }

    /// <summary>Who called it, from 0.</summary>
    public int Worker { get; init; }

    /// <summary>Its key; a transfer's source. A snapshot has none here.</summary>
    public int Key { get; init; }

    /// <summary>A transfer's target.</summary>
    public int Target { get; init; }

    /// <summary>What an add adds, or what a transfer is asked to move.</summary>
    public int Amount { get; init; }

    /// <summary>What a read returned, or the value before of an add, an update or a transfer's source.</summary>
    public int Before { get; init; }

    /// <summary>The value before of a transfer's target.</summary>
    public int TargetBefore { get; init; }

    /// <summary>What a write wrote, or what an update's code made.</summary>
    public int Value { get; init; }

    /// <summary>Whether a transfer moved its amount; of a pending update, whether its code ran to the end.</summary>
    public bool Moved { get; init; }

    /// <summary>Where a snapshot's keys and values begin in its history.</summary>
    public int First { get; init; }

    /// <summary>How many keys a snapshot read.</summary>
    public int Count { get; init; }

    /// <summary>A stamp from before the call, in ticks of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public required long Called { get; init; }

    /// <summary>A stamp from after the response; <see cref="Operation.Never"/> when there was none. What an answer would have said is then not known.</summary>
    public required long Returned { get; init; }

    /// <summary>Whether there was no response.</summary>
    public bool IsPending => Returned == Operation.Never;

    /// <summary>Whether it may touch several keys.</summary>
    public bool IsOnSeveralKeys => Kind == CompoundKind.Transfer || (Kind == CompoundKind.Snapshot && Count > 1);
}
