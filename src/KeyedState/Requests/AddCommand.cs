namespace KeyedState;

/// <summary>Adds to a key's value; the reply is the value before.</summary>
internal sealed class AddCommand(int key, int amount) : CompoundCommand<int>
{
    /// <inheritdoc/>
    public override int Apply(Dictionary<int, int> map) => map.AddTo(key, amount);
}
