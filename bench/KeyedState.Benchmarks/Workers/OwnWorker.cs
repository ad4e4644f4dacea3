using System.Reflection;
using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Workers;

/// <summary>This very program as a worker.</summary>
internal static class OwnWorker
{
    /// <summary>Starts one under the runtime's defaults.</summary>
    /// <param name="program">The program, where it is another than the suite's own and holds states of its own.</param>
    /// <exception cref="WorkerException">The system can't start it.</exception>
    public static WorkerProcess Start(Assembly? program = null) => Start(new Dictionary<string, string>(), program);

    /// <summary>Starts one. It inherits the processor mask of the calling thread.</summary>
    /// <param name="settings">Environment variables that set its runtime.</param>
    /// <param name="program">The program, where it is another than the suite's own and holds states of its own.</param>
    /// <exception cref="WorkerException">The system can't start it.</exception>
    public static WorkerProcess Start(IReadOnlyDictionary<string, string> settings, Assembly? program = null) => WorkerProcess.Start(new WorkerCommand(
        "this build", DotnetHost.Path, [(program ?? typeof(OwnWorker).Assembly).Location, WorkerProtocol.Argument], settings));
}
