using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using KeyedState.Benchmarks.Launches;
using Perfolizer.Mathematics.OutlierDetection;

namespace KeyedState.Benchmarks.Suites;

/// <summary>One launch that is to be made: a state in a look, and a round.</summary>
/// <param name="State">The state and what its launches do.</param>
/// <param name="Round">The round, from 0.</param>
internal sealed record PlannedLaunch(PilotedState State, int Round)
{
    // What BenchmarkDotNet builds was analysed when the suite itself was built.
    private static readonly Argument[] BuildArguments = [new MsBuildArgument("/p:RunAnalyzers=false")];

    /// <summary>The state's entry in the catalogue.</summary>
    public StateEntry Entry => State.Entry;

    /// <summary>The look.</summary>
    public LookPlan Look => State.Look;

    /// <summary>Whether it is made only if its state has too few launches without it.</summary>
    public bool IsSpare => Round >= Look.Launches;

    /// <summary>The name of the file that the launch leaves its note in.</summary>
    public string NoteName => FormattableString.Invariant($"{Entry.Name}.{Look.Look.Key}.{Round}.note");

    /// <summary>The launch as a case of BenchmarkDotNet's, with a job of its own.</summary>
    /// <param name="descriptor">The benchmark of the state in the look's class, with the operations of an iteration.</param>
    /// <param name="config">The configuration of the whole run.</param>
    /// <param name="noteFolder">The folder for its note.</param>
    /// <param name="toolchain">Builds and starts it.</param>
    public BenchmarkCase ToCase(Descriptor descriptor, ImmutableConfig config, string noteFolder, IToolchain toolchain)
    {
        var settings = new LaunchSettings(Path.Combine(noteFolder, NoteName), State.Plan);
        var common = JobOf(Look);
        var job = new Job(FormattableString.Invariant($"{Look.Look.Key}-{Round}"), common)
            .WithEnvironmentVariables([.. common.Environment.EnvironmentVariables, .. settings.ToVariables()])
            .WithToolchain(toolchain);
        return BenchmarkCase.Create(descriptor, job.Freeze(), new ParameterInstances([]), config);
    }

    /// <summary>What all launches of a look have in common.</summary>
    public static Job JobOf(LookPlan look) => new Job(look.Look.Key)
        .WithStrategy(RunStrategy.Throughput)
        .WithLaunchCount(1)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(0)
        .WithIterationCount(look.Iterations)
        .WithEvaluateOverhead(false)
        .WithGcForce(false)
        .DontEnforcePowerPlan()
        .WithArguments(BuildArguments)
        .WithOutlierMode(OutlierMode.DontRemove)
        .WithEnvironmentVariables([.. look.Placement.RuntimeSettings.Select(setting => new EnvironmentVariable(setting.Key, setting.Value))]);
}
