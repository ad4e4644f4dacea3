namespace KeyedState.Verification;

/// <summary>What an operation of a compound history does with the state.</summary>
public enum CompoundKind : byte
{
    /// <summary>It reads a key.</summary>
    Read,

    /// <summary>It writes a key, and isn't told the value before.</summary>
    Write,

    /// <summary>It adds an amount to a key.</summary>
    Add,

    /// <summary>It moves an amount from one key to another.</summary>
    Transfer,

    /// <summary>It reads several keys.</summary>
    Snapshot,

    /// <summary>It runs the caller's code between a key's read and its write.</summary>
    Update,
}
