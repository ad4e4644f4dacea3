using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>The checking pass over every state: who may be measured, and who failed.</summary>
internal sealed record StateCheck(
    IReadOnlyList<StateEntry> Passed, IReadOnlyList<StoredFailure> Failures, IReadOnlyDictionary<string, long> Operations)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>How many operations of a state were checked; 0 for a limit or a state that failed.</summary>
    public long OperationsOf(StateEntry entry) => Operations.GetValueOrDefault(entry.Name);

    /// <summary>Checks every state that is not a limit, on a fresh instance.</summary>
    public static StateCheck Of(IReadOnlyList<StateEntry> entries, ProgressWriter progress)
    {
        var passed = new List<StateEntry>();
        var failures = new List<StoredFailure>();
        var operations = new Dictionary<string, long>();
        foreach (var entry in entries)
        {
            var (count, error) = entry.IsLimit ? (0, null) : Check(entry);
            if (error is null)
            {
                passed.Add(entry);
                operations[entry.Name] = count;
            }
            else
            {
                progress.Say($"{entry.Name} FAILED its check and is left out: {error}");
                failures.Add(new StoredFailure(entry.Name, null, error));
            }
        }

        return new StateCheck(passed, failures, operations);
    }

    private static (long Operations, string? Error) Check(StateEntry entry)
    {
        try
        {
            var state = entry.Create();
            var outcome = CheckingPass.Run(entry.Name, state, Limit);
            return state.DisposeAsync().AsTask().Wait(Limit)
                ? (outcome.Operations, outcome.Violation)
                : throw new StateHungException(entry.Name, "its disposal", Limit);
        }
        catch (Exception exception)
        {
            // Whatever a state throws is that state's failure and nobody else's.
            return (0, $"{exception.GetType().Name}: {exception.Message}".ReplaceLineEndings(" "));
        }
    }
}
