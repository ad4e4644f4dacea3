namespace KeyedState.Exploration;

/// <summary>How a defect shows: a part of the failure's text.</summary>
internal static class Sign
{
    /// <summary>Somebody waits for what never comes.</summary>
    public const string Hangs = "Deadlock detected.";

    /// <summary>The dictionary has no single owner.</summary>
    public const string Shares = "Two threads use the dictionary at once";

    /// <summary>A request is used for two things at once, which its parts do not stand.</summary>
    public const string Throws = "Exception: ";

    /// <summary>A read that came after a write did not see it.</summary>
    public const string Forgets = "as if nothing had been written";
}
