namespace KeyedState.Verification;

/// <summary>What a search for an order of effects found.</summary>
/// <param name="Decision">Whether there is one.</param>
/// <param name="Unexplained">
/// The places of the operations that nothing explains, whatever came before: those between two instants when nothing was under way.
/// Empty unless there is no order.
/// </param>
public sealed record SearchResult(Decision Decision, IReadOnlyList<int> Unexplained);
