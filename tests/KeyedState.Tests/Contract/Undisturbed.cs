namespace KeyedState.Tests.Contract;

/// <summary>Tests that read counters of the whole process or block threads of its pool, and so run while no other test does.</summary>
[CollectionDefinition(nameof(Undisturbed), DisableParallelization = true)]
public sealed class Undisturbed;
