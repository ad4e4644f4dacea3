namespace KeyedState.Verification;

/// <summary>What an operation did with one key.</summary>
/// <param name="Operation">The operation's place in the history.</param>
/// <param name="Key">The key.</param>
/// <param name="Kind">Whether it found a value, made one, or both.</param>
/// <param name="Found">The value that it found; of no account if it found none.</param>
/// <param name="Made">The value that it put in the place of what it found; of no account if it made none.</param>
internal readonly record struct Access(int Operation, int Key, AccessKind Kind, int Found, int Made)
{
    /// <summary>Whether it found a value.</summary>
    public bool Finds => Kind != AccessKind.Writes;

    /// <summary>Whether it made a value.</summary>
    public bool Makes => Kind != AccessKind.Reads;
}
