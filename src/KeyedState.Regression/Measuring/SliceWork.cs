namespace KeyedState.Regression;

/// <summary>What a slice of a state is, the same for both builds.</summary>
/// <param name="Nanoseconds">What the look measures of an operation, as the pilot found it.</param>
public abstract record SliceWork(double Nanoseconds)
{
    /// <summary>Whether the state does not bear this work in the base, so that no launch needs to try it.</summary>
    public virtual bool IsOverloaded => false;

    /// <summary>How long a worker may take for a slice.</summary>
    protected static TimeSpan Limit { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Draws what a block of slices has in common.</summary>
    /// <param name="random">Decides it.</param>
    public virtual int DrawSeed(Random random) => 0;

    /// <summary>Has a worker run a slice.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="subject">The state, perhaps with something planted into it.</param>
    /// <param name="amount">How much of that.</param>
    /// <param name="seed">What <see cref="DrawSeed"/> gave for the slice's block.</param>
    /// <exception cref="WorkerException">The worker or its state failed.</exception>
    public abstract Slice Run(WorkerProcess worker, ComparedState subject, int amount, int seed);
}
