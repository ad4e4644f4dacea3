using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Finds out, before BenchmarkDotNet starts, how much work fills each state's windows, and how long a launch takes.</summary>
internal static class SuitePilot
{
    // How much longer a launch of BenchmarkDotNet's takes to start, compile and end than a worker that drives the same state.
    private const double LaunchOverWorker = 1.3;
    private const double WarmupOverPilot = 1.15;

    // An unpiloted launch only shows that the state works.
    private const int UnpilotedShare = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Pilots a state in a process of its own.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="look">The look.</param>
    /// <returns>What its launches do.</returns>
    /// <exception cref="WorkerException">The state or its process failed.</exception>
    public static PilotedState Try(StateEntry entry, LookPlan look)
    {
        if (look.Window is not { } window)
        {
            return new(entry, look, WorkSize.Unpiloted(OperationsOf(entry, look) / UnpilotedShare) with { Warmup = look.Warmup, Cores = look.Cores, Pace = look.Pace });
        }

        var started = Stopwatch.GetTimestamp();
        var answer = Ask(entry, look.Placement, look.Warmup, window, look.Cores, look.Pace);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var note = LaunchNote.Read(answer.Note) ?? throw new WorkerException(entry.Name, "left a note of its pilot that can't be read.");
        var times = note.Of(Metric.Time);

        // Making, settling and disposing of states that live for an iteration is part of it.
        var around = look.Placement.Lifetime == StateLifetime.Iteration ? answer.NanosecondsPerOperation * FixedWork.Small.OperationsPerWorker * Scenario.GoByExample.Workers / 1e9 : 0;
        var process = Math.Max(0, seconds - answer.WaitedSeconds - note.WarmupSeconds - (times.Sum() / 1e9) - (times.Count * around));
        return new(
            entry,
            look,
            LaunchPlan.Parse(answer.Plan),
            LaunchSeconds: (LaunchOverWorker * process) + (WarmupOverPilot * note.WarmupSeconds),
            IterationSeconds: (answer.WindowMilliseconds / 1e3) + around,
            WaitedSeconds: answer.WaitedSeconds);
    }

    /// <summary>The rate of the empty state, in operations per second: what the harness can do in a placement.</summary>
    /// <param name="placement">The placement.</param>
    public static double HarnessRate(Placement placement) =>
        1e9 / Ask(StateEntry.Of(typeof(EmptyState)), placement, WarmupPlan.Untiered, Window.AllCores, cores: null, pace: false).NanosecondsPerOperation;

    private static PilotReply Ask(StateEntry entry, Placement placement, WarmupPlan warmup, Window window, CoreWait? cores, bool pace)
    {
        using var binding = CoreBinding.WherePossible(placement.Cores);
        using var worker = OwnWorker.Start(placement.RuntimeSettings);
        return worker.Ask<PilotReply>(
            new WorkerRequest(
                WorkerTask.Pilot,
                entry.Name,
                Plan: new LaunchPlan(Scenario.GoByExample, FixedWork.Small, warmup, placement.Lifetime, cores, pace).ToString(),
                WindowMilliseconds: window.Aim.TotalMilliseconds,
                LongestWindowMilliseconds: window.Longest.TotalMilliseconds,
                RunMicroseconds: window.Run.TotalMicroseconds),
            Limit);
    }

    private static int OperationsOf(StateEntry entry, LookPlan look) =>
        look.Benchmarks.GetMethod(entry.Name)!.GetCustomAttribute<BenchmarkAttribute>()!.OperationsPerInvoke;
}
