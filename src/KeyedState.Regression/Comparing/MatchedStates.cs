namespace KeyedState.Regression;

/// <summary>What two builds have in common, by what their workers announce.</summary>
public sealed record MatchedStates
{
    /// <summary>
    /// The states that both builds have, in the head's order. What a state declares decides nothing: it counts as a limit, or as
    /// compared only by name, where both builds say so.
    /// </summary>
    public required IReadOnlyList<WorkerState> States { get; init; }

    /// <summary>States that only head has.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>States that only base has: removed ones, and renamed ones by their name before.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Compares two announcements.</summary>
    /// <param name="base">The base's.</param>
    /// <param name="head">The head's.</param>
    public static MatchedStates Of(HelloReply @base, HelloReply head)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(head);
        var before = @base.States.ToDictionary(state => state.Name);
        return new MatchedStates
        {
            States = [.. head.States.Where(state => before.ContainsKey(state.Name)).Select(state => Both(before[state.Name], state))],
            Added = [.. head.States.Where(state => !before.ContainsKey(state.Name)).Select(state => state.Name)],
            Removed = [.. before.Keys.Except(head.States.Select(state => state.Name))],
        };
    }

    private static WorkerState Both(WorkerState before, WorkerState after) => after with
    {
        IsLimit = before.IsLimit && after.IsLimit,
        FullSuiteOnly = before.FullSuiteOnly && after.FullSuiteOnly,
    };
}
