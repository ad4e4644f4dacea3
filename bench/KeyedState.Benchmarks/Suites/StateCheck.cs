using System.Reflection;
using System.Runtime.ExceptionServices;
using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The check of every state: who may be measured, and who failed.</summary>
internal sealed record StateCheck(
    IReadOnlyList<StateEntry> Passed, IReadOnlyList<StoredFailure> Failures, IReadOnlyDictionary<string, long> Operations)
{
    private const double MicrosecondsPerOperation = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>How many operations of a state were checked; 0 for a limit or a state that failed.</summary>
    public long OperationsOf(StateEntry entry) => Operations.GetValueOrDefault(entry.Name);

    /// <summary>Checks every state that is not a limit.</summary>
    /// <param name="entries">The states.</param>
    /// <param name="progress">Told of those that fail.</param>
    /// <param name="check">Checks one: how many operations were checked, and what was wrong; null when nothing.</param>
    /// <param name="atOnce">How many are checked at the same time; 1 or more.</param>
    public static StateCheck Of(
        IReadOnlyList<StateEntry> entries, ProgressWriter progress, Func<StateEntry, (long Operations, string? Failure)> check, int atOnce = 1)
    {
        var verdicts = Verdicts(entries, progress, check, atOnce);
        var passed = new List<StateEntry>();
        var failures = new List<StoredFailure>();
        var operations = new Dictionary<string, long>();
        foreach (var (entry, (count, failure)) in entries.Zip(verdicts))
        {
            if (failure is null)
            {
                passed.Add(entry);
                operations[entry.Name] = count;
            }
            else
            {
                failures.Add(new StoredFailure(entry.Name, null, failure));
            }
        }

        return new StateCheck(passed, failures, operations);
    }

    /// <summary>Checks a state in a process of its own, so that one which spins or hangs does not go on beside the measurements.</summary>
    /// <param name="entry">The state.</param>
    /// <param name="operations">How many operations to check, at least; 0 for the usual number.</param>
    /// <param name="seed">What the check's keys and kinds of operation are drawn from.</param>
    /// <param name="program">The program that holds the state, where it is another than the suite's own.</param>
    /// <returns>How many operations were checked, and what was wrong; null when nothing.</returns>
    public static (long Operations, string? Failure) InOwnProcess(StateEntry entry, int operations = 0, int seed = 0, Assembly? program = null)
    {
        using var worker = OwnWorker.Start(program);
        return StateProbe.Check(worker, entry.Name, Limit + TimeSpan.FromMicroseconds(operations * MicrosecondsPerOperation), operations, seed);
    }

    private static (long Operations, string? Failure)[] Verdicts(
        IReadOnlyList<StateEntry> entries, ProgressWriter progress, Func<StateEntry, (long Operations, string? Failure)> check, int atOnce)
    {
        var verdicts = new (long Operations, string? Failure)[entries.Count];
        try
        {
            Parallel.For(0, entries.Count, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, index =>
            {
                var entry = entries[index];
                verdicts[index] = entry.IsLimit ? (0, null) : check(entry);
                if (verdicts[index].Failure is { } failure)
                {
                    progress.Say($"{entry.Name} FAILED its check and is not measured: {failure}");
                }
            });
        }
        catch (AggregateException several)
        {
            // As a check threw it, which says in one line what is wrong.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return verdicts;
    }
}
