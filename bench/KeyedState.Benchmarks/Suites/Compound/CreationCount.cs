using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Compound;

/// <summary>Counts how often asynchronous code runs that makes a key's value, in each way to write that.</summary>
internal static class CreationCount
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Counts, in a process of its own.</summary>
    /// <param name="races">How often callers race for new keys.</param>
    /// <param name="progress">Told of a way that failed, which is left out.</param>
    /// <param name="interruption">Who may break it off.</param>
    public static IReadOnlyList<StoredCreation> Run(int races, ProgressWriter progress, Interruption interruption)
    {
        progress.Say("Counting how often asynchronous code runs that makes a key's value.");
        var counted = new List<StoredCreation>();
        foreach (var (name, _) in KeyCreations.All)
        {
            interruption.Pass();
            try
            {
                using var worker = OwnWorker.Start(CompoundSuite.AllCores.Placement.RuntimeSettings);
                var reply = worker.Ask<CreateReply>(new WorkerRequest(WorkerTask.Create, name, Iterations: races), Limit);
                counted.Add(new(name, reply.RunsPerKey!, reply.KeepsFailure));
            }
            catch (WorkerException failure)
            {
                progress.Say($"How often code runs is not known for {name}: {failure.Message}");
            }
        }

        return counted;
    }
}
