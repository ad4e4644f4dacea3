namespace KeyedState.Verification;

/// <summary>One operation of a violation, in words.</summary>
/// <param name="Worker">Who called it, from 0.</param>
/// <param name="Text">What it did, such as "read 5 from key 3".</param>
/// <param name="Called">The stamp from before its call.</param>
/// <param name="Returned">The stamp from after its response; <see cref="Operation.Never"/> when there was none.</param>
public readonly record struct Deed(int Worker, string Text, long Called, long Returned)
{
    /// <summary>Why it must come before the next one that is shown, as a clause; null where that isn't said.</summary>
    public string? Because { get; init; }
}
