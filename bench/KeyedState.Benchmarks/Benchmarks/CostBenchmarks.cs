namespace KeyedState.Benchmarks;

/// <summary>Every state on one core: what an operation costs without contention.</summary>
public class CostBenchmarks : KeyedStateBenchmarks;
