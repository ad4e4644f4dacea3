namespace KeyedState.Harness;

/// <summary>What an operation does with the state.</summary>
public enum OperationKind : byte
{
    /// <summary>It reads a key.</summary>
    Read,

    /// <summary>It writes a key.</summary>
    Write,
}
