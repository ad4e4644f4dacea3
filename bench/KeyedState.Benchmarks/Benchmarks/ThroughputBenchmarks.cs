namespace KeyedState.Benchmarks;

/// <summary>Every state on all cores: what its users get.</summary>
public class ThroughputBenchmarks : KeyedStateBenchmarks;
