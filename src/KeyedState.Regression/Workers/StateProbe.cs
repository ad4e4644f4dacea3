namespace KeyedState.Regression;

/// <summary>Has a worker check a state.</summary>
public static class StateProbe
{
    /// <summary>Checks a state in a worker, which is of no further use when the check fails.</summary>
    /// <param name="worker">The worker.</param>
    /// <param name="state">The state's name.</param>
    /// <param name="limit">How long the check may take before the worker is killed.</param>
    /// <param name="operations">How many operations to check, at least; 0 for the worker's own number.</param>
    /// <param name="seed">What the check's keys and kinds of operation are drawn from.</param>
    /// <returns>How many operations were checked, and what was wrong; null when nothing.</returns>
    public static (long Operations, string? Failure) Check(WorkerProcess worker, string state, TimeSpan limit, int operations = 0, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(worker);
        try
        {
            var answer = worker.Ask<CheckReply>(new WorkerRequest(WorkerTask.Check, state, Operations: operations, Seed: seed), limit);
            return (answer.Operations, answer.Violation);
        }
        catch (WorkerException failure)
        {
            return (0, failure.Message);
        }
    }
}
