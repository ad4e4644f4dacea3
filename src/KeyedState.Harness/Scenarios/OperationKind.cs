namespace KeyedState.Harness;

/// <summary>What an operation does with the state.</summary>
public enum OperationKind : byte
{
    /// <summary>It reads a key.</summary>
    Read,

    /// <summary>It writes a key.</summary>
    Write,

    /// <summary>It reads a key, or writes one: which of the two is drawn.</summary>
    ReadOrWrite,

    /// <summary>It reads a key, or adds to one: which of the two is drawn.</summary>
    ReadOrAdd,

    /// <summary>It writes a key that no other worker uses.</summary>
    WriteApart,

    /// <summary>It adds to a key.</summary>
    Add,

    /// <summary>It moves an amount between two keys.</summary>
    Transfer,

    /// <summary>It reads several keys at one instant.</summary>
    Snapshot,

    /// <summary>It updates a key by code that yields.</summary>
    UpdateYielding,

    /// <summary>It updates a key by code that another thread lets go on.</summary>
    UpdateHandedOver,

    /// <summary>It updates a key by code that waits for a millisecond.</summary>
    UpdatePausing,
}
