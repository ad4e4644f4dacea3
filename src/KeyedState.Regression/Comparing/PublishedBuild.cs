using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>A build that is ready to run.</summary>
/// <param name="Side">What it was built from.</param>
/// <param name="Host">The executable that runs it.</param>
/// <param name="Program">The program's assembly.</param>
public sealed record PublishedBuild(GateSide Side, string Host, string Program)
{
    /// <summary>Whose the base's worker is in messages.</summary>
    public const string BaseLabel = "base";

    /// <summary>Whose the head's worker is in messages.</summary>
    public const string HeadLabel = "head";

    /// <summary>How a worker of it is started.</summary>
    /// <param name="label">Whose it is in messages.</param>
    /// <param name="settings">Environment variables that set its runtime.</param>
    public WorkerCommand Worker(string label, IReadOnlyDictionary<string, string> settings) =>
        new(label, Host, [Program, WorkerProtocol.Argument], settings);
}
