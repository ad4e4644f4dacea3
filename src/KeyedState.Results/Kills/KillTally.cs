namespace KeyedState.Results;

/// <summary>All kills of a state together.</summary>
/// <param name="Store">The state, and what it promises.</param>
/// <param name="Kills">The kills.</param>
public sealed record KillTally(StoredStore Store, IReadOnlyList<StoredKill> Kills)
{
    /// <summary>Whether the state promises that acknowledged writes outlive its engine's process.</summary>
    public bool IsPromised => Store.Promise?.SurvivesProcess == true;

    /// <summary>How many writes were acknowledged.</summary>
    public long Acknowledged => Kills.Sum(kill => kill.Acknowledged);

    /// <summary>How many of these were lost.</summary>
    public long Lost => Kills.Sum(kill => kill.Lost);

    /// <summary>In how many kills any was lost.</summary>
    public int WithLosses => Kills.Count(kill => kill.Lost > 0);

    /// <summary>The first thing that was wrong; null where nothing was.</summary>
    public string? Wrong => Kills.Select(kill => kill.Wrong).FirstOrDefault(wrong => wrong is not null);

    /// <summary>Whether a promise was broken: something was lost that was to stay, or was there that nobody wrote, or could not be started again.</summary>
    public bool IsBroken => (IsPromised && Lost > 0) || Wrong is not null;
}
