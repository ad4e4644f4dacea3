namespace KeyedState.Verification;

/// <summary>What an operation does with one key.</summary>
internal enum AccessKind : byte
{
    /// <summary>It finds a value and leaves it.</summary>
    Reads,

    /// <summary>It makes a value without a word about what was there.</summary>
    Writes,

    /// <summary>It finds a value and makes another of it.</summary>
    Changes,
}
