namespace KeyedState.Results;

/// <summary>What a reader of a row must know before believing it.</summary>
public enum Mark
{
    /// <summary>The state failed its check or a launch, and has no figures.</summary>
    Failed,

    /// <summary>A look has fewer launches than an interval needs.</summary>
    TooFewLaunches,

    /// <summary>On all cores the slowest launch took more than 1.5 times as long as the fastest.</summary>
    Unsteady,

    /// <summary>In more than a fifth of the time not all roles ran.</summary>
    RolesApart,

    /// <summary>In more than a fifth of one look's launches the compiler was still at work, or the iterations still trended.</summary>
    NotSettled,

    /// <summary>More than a twentieth of one look's iterations were far shorter than its window.</summary>
    ShortIterations,

    /// <summary>On one core there were so many collections too many or too few that the cost shows it.</summary>
    Collections,
}
