namespace KeyedState.Stores;

/// <summary>A server that was there before the run, of whatever kind.</summary>
public static class OutsideServer
{
    /// <summary>Whether a state uses one, instead of a server that is started for it.</summary>
    /// <param name="type">The state's class.</param>
    public static bool IsUsedBy(Type type) => OutsideRedis.Uses(type) || OutsidePostgres.Uses(type);
}
