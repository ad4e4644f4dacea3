namespace KeyedState.Verification;

/// <summary>Who does what with a state, and how the callers meet.</summary>
/// <param name="Name">What is special about it, in a few words.</param>
/// <param name="Workers">How many callers there are at once; 1 or more.</param>
/// <param name="Keys">How many keys they use; 1 or more. A pattern with fewer uses the first of those of one with more.</param>
/// <param name="WritePercent">How many of a hundred operations are writes.</param>
/// <param name="OperationsPerWorker">How many operations each caller makes; 1 or more.</param>
public sealed record CallPattern(string Name, int Workers, int Keys, int WritePercent, int OperationsPerWorker)
{
    /// <summary>How many operations a caller makes until all callers wait for each other and begin anew together; all of them by default.</summary>
    public int BurstLength { get; init; } = OperationsPerWorker;

    /// <summary>How many operations a caller makes until it ends and another takes its place; all of a burst by default.</summary>
    public int Lifetime { get; init; } = OperationsPerWorker;

    /// <summary>How many operations a caller has under way before it takes the answer of the oldest; 1 or more.</summary>
    public int UnderWay { get; init; } = 1;

    /// <summary>Whether each caller is a thread of its own that blocks until it is answered, and not a task.</summary>
    public bool BlocksThreads { get; init; }

    /// <summary>Whether the threads of the pool are kept from working most of the time.</summary>
    public bool StarvesThePool { get; init; }

    /// <summary>Whether the callers take the keys in turn instead of at random.</summary>
    public bool TakesKeysInTurn { get; init; }

    /// <summary>The operations of all callers.</summary>
    public int Operations => Workers * OperationsPerWorker;
}
