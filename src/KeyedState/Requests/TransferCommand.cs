namespace KeyedState;

/// <summary>Moves an amount between two keys.</summary>
internal sealed class TransferCommand : CompoundCommand<TransferResult>
{
    private readonly int source;
    private readonly int target;
    private readonly int amount;

    /// <summary>Makes a command.</summary>
    /// <exception cref="InvalidTransferException">The keys are the same, or the amount is less than 1.</exception>
    public TransferCommand(int source, int target, int amount)
    {
        InvalidTransferException.ThrowIfInvalid(source, target, amount);
        (this.source, this.target, this.amount) = (source, target, amount);
    }

    /// <inheritdoc/>
    public override TransferResult Apply(Dictionary<int, int> map) => map.Transfer(source, target, amount);
}
