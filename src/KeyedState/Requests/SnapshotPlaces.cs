namespace KeyedState;

/// <summary>
/// What a <see cref="TurnRequest"/> needs for operations of several steps. It is apart, so that plain reads and writes don't carry
/// it through the processor's cache; a request that has it keeps it.
/// </summary>
internal sealed class CompoundRequest
{
    private ReadOnlyMemory<int> keys;
    private Memory<int> values;
    private int target;
    private bool isTooLarge;

    /// <summary>What the transfer found.</summary>
    /// <exception cref="InvalidTransferException">The target can't hold the sum.</exception>
    public TransferResult Result
    {
        get
        {
            if (isTooLarge)
            {
                InvalidTransferException.ThrowIfTooLarge(field.TargetBefore, Amount);
            }

            return field;
        }

        private set;
    }

    private int Amount { get; set; }

    /// <summary>Makes it a transfer.</summary>
    public void SetTransfer(int target, int amount)
    {
        this.target = target;
        Amount = amount;
    }

    /// <summary>Makes it a snapshot.</summary>
    public void SetSnapshot(ReadOnlyMemory<int> keys, Memory<int> values)
    {
        this.keys = keys;
        this.values = values;
    }

    /// <summary>Makes the transfer.</summary>
    public void Transfer(Dictionary<int, int> map, int source) => Result = map.TryTransfer(source, target, Amount, out isTooLarge);

    /// <summary>Takes the snapshot, and forgets the caller's memory.</summary>
    public void TakeSnapshot(Dictionary<int, int> map)
    {
        map.ReadAll(keys.Span, values.Span);
        keys = default;
        values = default;
    }
}
