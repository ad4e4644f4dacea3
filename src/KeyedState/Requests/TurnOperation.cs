namespace KeyedState;

/// <summary>What a <see cref="TurnRequest"/> asks for.</summary>
internal enum TurnOperation : byte
{
    /// <summary>A key's value.</summary>
    Read,

    /// <summary>That a key gets a value.</summary>
    Write,

    /// <summary>That an amount is added to a key's value.</summary>
    Add,

    /// <summary>That an amount moves between two keys.</summary>
    Transfer,

    /// <summary>The values of several keys.</summary>
    Snapshot,
}
