namespace KeyedState.Harness;

/// <summary>When the roles of an iteration ended, counted from their release.</summary>
/// <param name="RoleEnds">When the last worker of each role ended, in the order of the scenario's roles.</param>
public readonly record struct FixedWorkOutcome(IReadOnlyList<TimeSpan> RoleEnds)
{
    /// <summary>How long the iteration took, until the last worker ended.</summary>
    public TimeSpan Time => RoleEnds.Max();
}
