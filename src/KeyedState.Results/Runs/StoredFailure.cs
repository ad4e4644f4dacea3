namespace KeyedState.Results;

/// <summary>A state that failed its check, a launch that failed, or one that was discarded.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Look">The look; null for the checking pass, which comes before any look.</param>
/// <param name="Error">What went wrong, in one line.</param>
public sealed record StoredFailure(string State, Look? Look, string Error);
