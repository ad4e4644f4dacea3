namespace KeyedState.Harness;

/// <summary>Which capability an operation needs of a state.</summary>
public static class OperationNeeds
{
    /// <summary>The capability; null for plain reads and writes.</summary>
    /// <param name="operation">The operation.</param>
    public static Capability? Needs(this OperationKind operation) => operation switch
    {
        OperationKind.Add or OperationKind.ReadOrAdd => Capability.Add,
        OperationKind.Transfer => Capability.Transfer,
        OperationKind.Snapshot => Capability.Snapshot,
        OperationKind.UpdateYielding or OperationKind.UpdateHandedOver or OperationKind.UpdatePausing => Capability.ExclusiveUpdate,
        _ => null,
    };

    /// <summary>Whether there is a form of the operation for keys that are drawn with different probabilities.</summary>
    /// <param name="operation">The operation.</param>
    public static bool TakesAnyDistribution(this OperationKind operation) =>
        operation is OperationKind.Read or OperationKind.Write or OperationKind.ReadOrWrite or OperationKind.ReadOrAdd;

    /// <summary>Whether an operation may be now a read and now something else.</summary>
    /// <param name="operation">The operation.</param>
    public static bool IsMixed(this OperationKind operation) => operation is OperationKind.ReadOrWrite or OperationKind.ReadOrAdd;

    /// <summary>Whether a state offers a capability.</summary>
    /// <param name="capability">The capability.</param>
    /// <param name="state">The state.</param>
    public static bool IsOfferedBy(this Capability capability, IKeyedState state) => capability switch
    {
        Capability.Add => state is IAtomicAdd,
        Capability.Transfer => state is IAtomicTransfer,
        Capability.Snapshot => state is IAtomicSnapshot,
        Capability.ExclusiveUpdate => state is IExclusiveUpdate,
        _ => false,
    };
}
