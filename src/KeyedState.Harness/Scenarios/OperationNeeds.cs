namespace KeyedState.Harness;

/// <summary>Which capability an operation needs of a state.</summary>
public static class OperationNeeds
{
    /// <summary>The capability; null for plain reads and writes.</summary>
    /// <param name="operation">The operation.</param>
    public static Capability? Needs(this OperationKind operation) => operation switch
    {
        OperationKind.Add => Capability.Add,
        OperationKind.Transfer => Capability.Transfer,
        OperationKind.Snapshot => Capability.Snapshot,
        OperationKind.UpdateYielding or OperationKind.UpdateHandedOver or OperationKind.UpdatePausing => Capability.ExclusiveUpdate,
        _ => null,
    };

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
