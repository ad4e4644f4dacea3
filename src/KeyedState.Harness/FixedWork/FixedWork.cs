namespace KeyedState.Harness;

/// <summary>The protocol of fixed work: every worker does the same number of operations, however long it takes.</summary>
/// <param name="OperationsPerWorker">The operations of each worker in an iteration; 1 or more.</param>
/// <param name="RunLength">
/// After how many operations that completed at once a worker lets others have its thread; 1 or more. Without this a few
/// workers would run to their end before the others start.
/// </param>
public sealed record FixedWork(int OperationsPerWorker, int RunLength)
{
    // What the original's workers do with the small work. With a hundred times as many, the slowest states would take seconds over it.
    private const int MostAtFirst = 110 * 128;

    /// <summary>For an iteration of a few hundred microseconds to some tens of milliseconds, as long as nothing is known of a state.</summary>
    public static FixedWork Small { get; } = new(128, 64);

    /// <summary>What a fresh state begins with: a little, and where callers' code waits for a time, an operation of each worker.</summary>
    /// <param name="scenario">What the workers do.</param>
    public static FixedWork FirstOf(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);

        // An owner of all keys waits for one after the other, a hundred and more.
        return scenario.Roles.Any(role => role.Operation == OperationKind.UpdatePausing)
            ? new(1, 1)
            : Small with { OperationsPerWorker = Math.Clamp(MostAtFirst / scenario.Workers, 1, Small.OperationsPerWorker) };
    }
}
