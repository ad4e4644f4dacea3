namespace KeyedState.Regression;

/// <summary>What two builds have in common, by what their workers announce.</summary>
public sealed record Roll
{
    /// <summary>The designs that can be compared, in the head's order.</summary>
    public required IReadOnlyList<WorkerState> Designs { get; init; }

    /// <summary>The limits that are compared.</summary>
    public required IReadOnlyList<WorkerState> Limits { get; init; }

    /// <summary>States that only head has.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>States that only base has.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>What can't be compared and why, as sentences.</summary>
    public required IReadOnlyList<string> NotCompared { get; init; }

    /// <summary>Compares two announcements.</summary>
    /// <param name="base">The base's.</param>
    /// <param name="head">The head's.</param>
    /// <param name="limits">The names of the limits that are compared.</param>
    public static Roll Of(HelloAnswer @base, HelloAnswer head, IReadOnlyList<string> limits)
    {
        ArgumentNullException.ThrowIfNull(@base);
        ArgumentNullException.ThrowIfNull(head);
        var before = @base.States.ToDictionary(state => state.Name);
        var both = head.States.Where(state => before.ContainsKey(state.Name)).ToArray();
        var alike = both.Where(state => before[state.Name] with { FullSuiteOnly = state.FullSuiteOnly } == state).ToArray();
        return new Roll
        {
            Designs = [.. alike.Where(state => !state.IsLimit)],
            Limits = [.. alike.Where(state => limits.Contains(state.Name))],
            Added = [.. head.States.Where(state => !before.ContainsKey(state.Name)).Select(state => state.Name)],
            Removed = [.. before.Keys.Except(head.States.Select(state => state.Name))],
            NotCompared = [.. both.Except(alike).Where(state => !limits.Contains(state.Name)).Select(Describe)],
        };
    }

    private static string Describe(WorkerState state) =>
        $"{state.Name} declares another way of replying or another family in the head than in the base.";
}
