namespace KeyedState.Regression;

/// <summary>
/// How much work a slice of each state is in one look. The base's worker finds it out by a pilot, once a state, and both
/// builds get the same, whatever either would plan for itself.
/// </summary>
/// <param name="base">How the base's worker is started.</param>
/// <param name="milliseconds">How long a slice is to be.</param>
/// <param name="bind">Binds what this thread starts to the look's processors until disposed of.</param>
/// <param name="cancellation">Ends the pilots between two states.</param>
/// <param name="load">The load, where slices are windows of an open loop; null for fixed work.</param>
public sealed class SlicePilots(
    WorkerCommand @base, double milliseconds, Func<IDisposable?> bind, CancellationToken cancellation, OpenLoopLoad? load = null)
{
    private const int Attempts = 2;

    private readonly Dictionary<string, SliceWork> known = [];
    private readonly Dictionary<string, WorkerException> failed = [];

    /// <summary>Asks for the states that are not known yet; those that fail twice are left.</summary>
    /// <param name="states">The states' names.</param>
    /// <exception cref="WorkerException">The worker can't be started.</exception>
    /// <exception cref="OperationCanceledException">The pilots were ended.</exception>
    public void Learn(IEnumerable<string> states)
    {
        ArgumentNullException.ThrowIfNull(states);
        WorkerProcess? worker = null;
        try
        {
            foreach (var state in states.Distinct().Where(state => !known.ContainsKey(state)))
            {
                for (var attempt = 0; attempt < Attempts && !known.ContainsKey(state); attempt++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    worker ??= Start();
                    if (!Ask(worker, state))
                    {
                        // It may still be busy with the state that has failed.
                        worker.Dispose();
                        worker = null;
                    }
                }
            }
        }
        finally
        {
            worker?.Dispose();
        }
    }

    /// <summary>The work of a slice of a state that was asked for.</summary>
    /// <param name="state">The state's name.</param>
    /// <exception cref="WorkerException">The state failed in its pilot.</exception>
    public SliceWork Of(string state) => known.TryGetValue(state, out var work) ? work : throw failed[state];

    /// <summary>The same; null where the state failed in its pilot.</summary>
    /// <param name="state">The state's name.</param>
    public SliceWork? Find(string state) => known.GetValueOrDefault(state);

    /// <summary>Whether the base does not bear a slice of a state.</summary>
    /// <param name="state">The state's name.</param>
    public bool IsOverloaded(string state) => Find(state) is { IsOverloaded: true };

    /// <summary>What was wrong with one of the states that were asked for, where each of them failed; null where one did not, or none was asked for.</summary>
    public WorkerException? WhyNoneRuns => known.Count == 0 ? failed.Values.FirstOrDefault() : null;

    private WorkerProcess Start()
    {
        using var binding = bind();
        return WorkerProcess.Start(@base);
    }

    private bool Ask(WorkerProcess worker, string state)
    {
        try
        {
            known[state] = load is null ? FixedWorkSlice.Pilot(worker, state, milliseconds) : OpenLoopSlice.Pilot(load, worker, state, milliseconds);
            return true;
        }
        catch (WorkerException error)
        {
            cancellation.ThrowIfCancellationRequested();
            failed[state] = error;
            return false;
        }
    }
}
