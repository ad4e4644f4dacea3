namespace KeyedState.Results;

/// <summary>Writes a look of the gate as its name. A run has fewer looks, and its file must not name one that it can't have.</summary>
internal sealed class GateLookConverter : LookConverter
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Look> Known => Look.OfGate;
}
