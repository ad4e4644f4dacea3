namespace KeyedState.Stores.Benchmarks;

/// <summary>What a check found.</summary>
/// <param name="Operations">How many operations were checked.</param>
/// <param name="Explanation">What was wrong; null when nothing.</param>
internal sealed record StoreVerdict(long Operations, string? Explanation);
