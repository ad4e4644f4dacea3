namespace KeyedState.Stores;

/// <summary>
/// What a state promises beyond the process of its callers, as its engine declares it for the settings that the state uses. Each state of
/// this assembly that is a design carries it.
/// </summary>
/// <remarks>What survives is every write that was acknowledged; what merely survives most of the time does not count.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BeyondProcessAttribute : Attribute
{
    /// <summary>Whether acknowledged writes outlive the engine's own process, however that ends.</summary>
    public required bool SurvivesProcess { get; init; }

    /// <summary>Whether they are still there after the operating system has crashed and started again.</summary>
    public required bool SurvivesSystem { get; init; }

    /// <summary>Whether they are still there after the machine's power was cut, provided that the disk keeps what it says it has written.</summary>
    public required bool SurvivesPowerCut { get; init; }

    /// <summary>Who else can read and write the keys, as a phrase such as "any process that reaches its port".</summary>
    public required string ReachableBy { get; init; }

    /// <summary>Whether some keys are in the callers' own process, so that not every operation leaves it.</summary>
    public bool HasKeysInside { get; init; }

    /// <summary>What is known when a write is acknowledged, as a clause such as "the server has the value in its memory".</summary>
    public required string Acknowledged { get; init; }

    /// <summary>The engine's settings that decide this, such as "no append-only file".</summary>
    public required string Settings { get; init; }

    /// <summary>The limit whose write does only what a single write here can't do without; null where none of them is that.</summary>
    public Type? Limit { get; init; }
}
