using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.CsProj;
using BenchmarkDotNet.Toolchains.Parameters;
using BenchmarkDotNet.Toolchains.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>
/// BenchmarkDotNet's own toolchain, but for how the launches are built (<see cref="LaunchProject"/>, <see cref="LaunchBuilder"/>) and for
/// launches that are not to be made after all: its list of cases can't be shortened once it runs, and a process that starts in vain takes half a second.
/// </summary>
internal static class LaunchToolchain
{
    private static readonly IToolchain Inner = CsProjCoreToolchain.NetCoreApp10_0;

    /// <summary>Makes it.</summary>
    /// <param name="isMade">Whether a case's process is to start, asked just before.</param>
    public static IToolchain Of(Func<BenchmarkCase, bool> isMade) =>
        new Toolchain("launches", new LaunchProject(), new LaunchBuilder(), new Executor(isMade));

    private sealed class Executor(Func<BenchmarkCase, bool> isMade) : IExecutor
    {
        private const int NotMade = -1;

        public ExecuteResult Execute(ExecuteParameters executeParameters) => isMade(executeParameters.BenchmarkCase)
            ? Inner.Executor.Execute(executeParameters)
            : new ExecuteResult(true, NotMade, null, [], [], [], executeParameters.LaunchIndex);
    }
}
