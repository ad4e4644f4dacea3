namespace KeyedState.Regression;

/// <summary>What the program that asks and the worker that answers must agree on besides the form of a line.</summary>
public static class WorkerProtocol
{
    /// <summary>The version. A gate can't ask the workers of a build that speaks another.</summary>
    public const int Version = 4;

    /// <summary>What another version means, as the rest of a sentence; null where the version is this build's.</summary>
    /// <param name="version">The version that a worker speaks.</param>
    public static string? Difference(int version) => version.CompareTo(Version) switch
    {
        0 => null,
        < 0 => FormattableString.Invariant($"speaks an older protocol than this build, {version} against {Version}: run the gate from the sources of the head"),
        _ => FormattableString.Invariant($"speaks a newer protocol than this build, {version} against {Version}: run the gate from the sources of the head"),
    };

    /// <summary>The argument that makes the program a worker. It is not for people, so no command of the command line.</summary>
    public const string Argument = "worker";

    /// <summary>The plant that every worker knows: a delay in every write, its amount in turns of the delay loop.</summary>
    public const string DelayPlant = "delay";
}
