namespace KeyedState;

/// <summary>An operation that takes more than one step, and that a state may offer beside plain reads and writes.</summary>
public enum Capability
{
    /// <summary>A key's value changes by an amount: <see cref="IAtomicAdd"/>.</summary>
    Add,

    /// <summary>An amount moves from one key to another: <see cref="IAtomicTransfer"/>.</summary>
    Transfer,

    /// <summary>Several keys are read at one instant: <see cref="IAtomicSnapshot"/>.</summary>
    Snapshot,

    /// <summary>The caller's asynchronous code runs between a key's read and its write: <see cref="IExclusiveUpdate"/>.</summary>
    ExclusiveUpdate,
}
