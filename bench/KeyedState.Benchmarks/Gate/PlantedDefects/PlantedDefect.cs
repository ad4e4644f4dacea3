using KeyedState.Regression;

namespace KeyedState.Benchmarks.Gate;

/// <summary>What can be planted into a state, so that a known defect is there to be found.</summary>
internal static class PlantedDefect
{
    /// <summary>A counter for each processor; amount 0 keeps the counters apart, 1 puts them on one cache line.</summary>
    public const string Counters = "counters";

    /// <summary>In place of the state a lock with a piece of work; a positive amount of turns lies inside the critical section, a negative one outside.</summary>
    public const string Section = "section";

    /// <summary>The state with what is planted into it.</summary>
    /// <param name="state">The state; disposed of with the result.</param>
    /// <param name="plant">One of the constants or <see cref="WorkerProtocol.DelayPlant"/>, or null for nothing.</param>
    /// <param name="amount">How much of it.</param>
    /// <exception cref="ArgumentException">There is no such defect.</exception>
    public static IKeyedState Into(IKeyedState state, string? plant, int amount) => plant switch
    {
        null => state,
        WorkerProtocol.DelayPlant => new DelayedState(state, amount),
        Counters => new CountedState(state, together: amount != 0),
        Section => new SectionState(Math.Abs(amount), inside: amount > 0),
        _ => throw new ArgumentException($"Nothing named {plant} can be planted."),
    };
}
