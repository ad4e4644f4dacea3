namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>Whose turn it is in a round: one of the two is null.</summary>
/// <param name="State">A state's.</param>
/// <param name="Go">The program's in Go.</param>
internal sealed record LatencyTurn(StateEntry? State, GoVariation? Go)
{
    /// <inheritdoc/>
    public override string ToString() => State?.Name ?? $"{Go}";
}
