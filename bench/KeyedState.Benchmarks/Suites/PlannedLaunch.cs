using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Parameters;
using BenchmarkDotNet.Running;
using KeyedState.Benchmarks.Launches;
using KeyedState.Harness;
using Perfolizer.Mathematics.OutlierDetection;

namespace KeyedState.Benchmarks.Suites;

/// <summary>One launch that is to be made: a state, a look and a round.</summary>
/// <param name="Entry">The state.</param>
/// <param name="Plan">The look.</param>
/// <param name="Round">The round, from 0.</param>
internal sealed record PlannedLaunch(StateEntry Entry, LookPlan Plan, int Round)
{
    // What BenchmarkDotNet builds was analysed when the suite itself was built.
    private static readonly Argument[] BuildArguments = [new MsBuildArgument("/p:RunAnalyzers=false")];

    /// <summary>The name of the file that the launch leaves its note in.</summary>
    public string NoteName => FormattableString.Invariant($"{Entry.Name}.{Plan.Look.Key}.{Round}.note");

    /// <summary>The operations of one invocation.</summary>
    public int Operations => Workload.For(Entry.Declared.Cost).Operations;

    /// <summary>The launch as a case of BenchmarkDotNet's, with a job of its own.</summary>
    /// <param name="descriptor">The benchmark of the state in the look's class.</param>
    /// <param name="config">The configuration of the whole run.</param>
    /// <param name="noteFolder">The folder for its note.</param>
    public BenchmarkCase ToCase(Descriptor descriptor, ImmutableConfig config, string noteFolder)
    {
        var settings = new LaunchSettings(Path.Combine(noteFolder, NoteName), Plan.Warmup, Plan.FreshState);
        var job = new Job(FormattableString.Invariant($"{Plan.Look.Key}-{Round}"), JobOf(Plan))
            .WithEnvironmentVariables([.. JobOf(Plan).Environment.EnvironmentVariables, .. settings.ToVariables()]);
        return BenchmarkCase.Create(descriptor, job.Freeze(), new ParameterInstances([]), config);
    }

    /// <summary>What all launches of a look have in common.</summary>
    public static Job JobOf(LookPlan plan) => new Job(plan.Look.Key)
        .WithStrategy(RunStrategy.Throughput)
        .WithLaunchCount(1)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(1)
        .WithIterationCount(plan.Iterations)
        .WithEvaluateOverhead(false)
        .WithGcForce(false)
        .DontEnforcePowerPlan()
        .WithArguments(BuildArguments)
        .WithOutlierMode(OutlierMode.DontRemove)
        .WithEnvironmentVariables([.. plan.RuntimeSettings.Select(setting => new EnvironmentVariable(setting.Key, setting.Value))]);
}
