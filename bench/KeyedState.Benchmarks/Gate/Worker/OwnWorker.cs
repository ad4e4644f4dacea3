using System.Reflection;
using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Gate;

/// <summary>This very program as a worker.</summary>
internal static class OwnWorker
{
    /// <summary>Starts one under the runtime's defaults.</summary>
    /// <param name="program">The program, where it is another than the suite's own and holds states of its own.</param>
    /// <exception cref="WorkerException">The system can't start it.</exception>
    public static WorkerProcess Start(Assembly? program = null) => WorkerProcess.Start(new WorkerCommand(
        "this build", DotnetHost.Path, [(program ?? typeof(OwnWorker).Assembly).Location, WorkerProtocol.Argument], new Dictionary<string, string>()));
}
