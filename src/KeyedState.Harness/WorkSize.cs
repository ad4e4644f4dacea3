namespace KeyedState.Harness;

/// <summary>
/// The operations of one invocation as constants, because a benchmark's attribute takes nothing else.
/// Each is divisible by the number of workers.
/// </summary>
public static class WorkSize
{
    /// <summary>100 readers and 10 writers.</summary>
    public const int Workers = 110;

    /// <summary>For states of <see cref="CostClass.TensOfNanoseconds"/>.</summary>
    public const int Many = Workers * 4096;

    /// <summary>For states of <see cref="CostClass.HundredsOfNanoseconds"/>.</summary>
    public const int Some = Workers * 1024;

    /// <summary>For states of <see cref="CostClass.Microseconds"/>.</summary>
    public const int Few = Workers * 128;
}
