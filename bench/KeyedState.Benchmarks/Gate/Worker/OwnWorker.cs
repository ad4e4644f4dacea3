using KeyedState.Benchmarks.Environments;
using KeyedState.Regression;

namespace KeyedState.Benchmarks.Gate;

/// <summary>This very program as a worker.</summary>
internal static class OwnWorker
{
    /// <summary>Starts one under the runtime's defaults.</summary>
    /// <exception cref="WorkerException">The system can't start it.</exception>
    public static WorkerProcess Start() => WorkerProcess.Start(new WorkerCommand(
        "this build", DotnetHost.Path, [typeof(OwnWorker).Assembly.Location, WorkerProtocol.Argument], new Dictionary<string, string>()));
}
