using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.DotNetCli;
using BenchmarkDotNet.Toolchains.Results;
using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Builds the launches as BenchmarkDotNet does, without the variables that such a build would take for its own properties.</summary>
internal sealed class LaunchBuilder : IBuilder
{
    /// <inheritdoc/>
    public BuildResult Build(GenerateResult generateResult, BuildPartition buildPartition, ILogger logger) => new DotNetCliCommand(
        cliPath: null!,
        arguments: string.Empty,
        generateResult,
        logger,
        buildPartition,
        // BenchmarkDotNet can't take a variable away; to MSBuild an empty one is none.
        [.. BuildVariables.Dropped.Select(name => new EnvironmentVariable(name, string.Empty))],
        buildPartition.Timeout).RestoreThenBuild();
}
