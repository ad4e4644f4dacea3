using System.Reflection;
using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The check of every state: who may be measured, and who failed.</summary>
internal sealed record StateCheck(
    IReadOnlyList<StateEntry> Passed, IReadOnlyList<StoredFailure> Failures, IReadOnlyDictionary<string, long> Operations)
{
    private const double MicrosecondsPerOperation = 100;

    // A process is started and its code compiled on one core. More at a time would keep each other from running in parallel, where mistakes show.
    private const int AtATime = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>How many operations of a state were checked; 0 for a limit or a state that failed.</summary>
    public long OperationsOf(StateEntry entry) => Operations.GetValueOrDefault(entry.Name);

    /// <summary>Checks every state that is not a limit, two at a time.</summary>
    /// <param name="entries">The states.</param>
    /// <param name="progress">Told of those that fail.</param>
    /// <param name="check">Checks one, beside another: how many operations were checked, and what was wrong; null when nothing.</param>
    /// <exception cref="Exception">Whatever a check threw, as it threw it.</exception>
    public static StateCheck Of(
        IReadOnlyList<StateEntry> entries, ProgressWriter progress, Func<StateEntry, (long Operations, string? Failure)> check)
    {
        var passed = new List<StateEntry>();
        var failures = new List<StoredFailure>();
        var operations = new Dictionary<string, long>();
        foreach (var (entry, (count, failure)) in entries.Zip(Outcomes(entries, check)))
        {
            if (failure is null)
            {
                passed.Add(entry);
                operations[entry.Name] = count;
            }
            else
            {
                progress.Say($"{entry.Name} FAILED its check and is not measured: {failure}");
                failures.Add(new StoredFailure(entry.Name, null, failure));
            }
        }

        return new StateCheck(passed, failures, operations);
    }

    private static (long Operations, string? Failure)[] Outcomes(IReadOnlyList<StateEntry> entries, Func<StateEntry, (long Operations, string? Failure)> check)
    {
        var outcomes = new (long, string?)[entries.Count];
        var next = -1;
        Task[] checkers = [.. Enumerable.Range(0, AtATime).Select(_ => Task.Run(CheckInTurn))];
        Task.WhenAll(checkers).GetAwaiter().GetResult();
        return outcomes;

        void CheckInTurn()
        {
            for (var at = Interlocked.Increment(ref next); at < entries.Count; at = Interlocked.Increment(ref next))
            {
                outcomes[at] = entries[at].IsLimit ? (0, null) : check(entries[at]);
            }
        }
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
}
