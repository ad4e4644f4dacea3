namespace KeyedState.Verification;

/// <summary>What an operation of a history does.</summary>
public enum OperationKind : byte
{
    /// <summary>It reads a key.</summary>
    Read,

    /// <summary>It writes a key.</summary>
    Write,
}
