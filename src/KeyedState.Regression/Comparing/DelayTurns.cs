namespace KeyedState.Regression;

/// <summary>How long a delay in every write is that slows a state down by so much, if nothing of it overlaps with other work.</summary>
internal static class DelayTurns
{
    /// <summary>The delay in turns of the delay loop.</summary>
    /// <param name="cost">The state's time for an operation in nanoseconds.</param>
    /// <param name="ratio">How many times as long an operation is to take; 1 or more.</param>
    /// <param name="setup">The look. On several processors the operations of a state that scales overlap, so that each takes so many times longer than its figure says.</param>
    /// <param name="hello">Who the worker is.</param>
    public static int Of(double cost, double ratio, LookSetup setup, HelloReply hello) =>
        (int)Math.Ceiling(cost * (setup.Bound ? 1 : hello.ProcessorCount) * (ratio - 1) * hello.OperationsPerWrite / hello.NanosecondsPerTurn);
}
