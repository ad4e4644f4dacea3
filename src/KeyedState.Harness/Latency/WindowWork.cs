namespace KeyedState.Harness;

/// <summary>What all workers of a loop did in its window, and what it cost.</summary>
/// <param name="Operations">How many operations were completed.</param>
/// <param name="Elapsed">How long the window was.</param>
/// <param name="Cpu">What the threads of the process used of the cores meanwhile, those of the loop itself among them.</param>
public sealed record WindowWork(long Operations, TimeSpan Elapsed, TimeSpan Cpu);
