namespace KeyedState.Results;

/// <summary>A state that failed its check, a launch that failed, or one that was discarded.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Look">The look; null for the check, which comes before any look.</param>
/// <param name="Error">What went wrong, in one line.</param>
/// <param name="Discarded">
/// Whether one launch was only discarded because the machine did not give it what its look asks for, such as a core
/// of its own. Nothing is wrong with the state then, and its other launches count.
/// </param>
public sealed record StoredFailure(string State, Look? Look, string Error, bool Discarded = false)
{
    /// <summary>The most characters of an error that a run keeps.</summary>
    public const int LongestError = 4_000;

    /// <summary>The failure with its error on one line, without control characters, and cut where it is overlong.</summary>
    public StoredFailure Tidied() => this with { Error = PlainText.OneLine(Error, LongestError) };
}
