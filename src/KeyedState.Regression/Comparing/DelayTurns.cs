namespace KeyedState.Regression;

/// <summary>How long a delay in every write is that slows a state down by so much, if nothing of it overlaps with other work.</summary>
public static class DelayTurns
{
    /// <summary>The delay in turns of the delay loop.</summary>
    /// <param name="cost">What the look measures of the state's operations, in nanoseconds.</param>
    /// <param name="ratio">How many times as long an operation is to take; 1 or more.</param>
    /// <param name="setup">
    /// The look. On several processors the operations of a state that scales overlap, so that each takes so many times longer than
    /// its figure says. The slowest hundredth is all writes as soon as these are delayed, since more than a hundredth of the operations are.
    /// </param>
    /// <param name="hello">Who the worker is.</param>
    public static int Of(double cost, double ratio, LookSetup setup, HelloReply hello)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(hello);
        var delayed = setup.Load is null ? cost * (setup.Bound ? 1 : hello.ProcessorCount) * (ratio - 1) * hello.OperationsPerWrite : cost * (ratio - 1);
        return (int)Math.Ceiling(delayed / hello.NanosecondsPerTurn);
    }
}
