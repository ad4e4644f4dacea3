using KeyedState.Harness;

namespace KeyedState.Verification;

/// <summary>Workers that begin together and are waited for until they have ended, or nothing moves any more.</summary>
internal static class Burst
{
    /// <summary>Runs workers to their end.</summary>
    /// <param name="workers">How many; 1 or more.</param>
    /// <param name="work">Given the worker's number from 0 and the gate, which it awaits before anything else.</param>
    /// <param name="answered">How many operations have been answered so far.</param>
    /// <param name="patience">How long that may stay the same.</param>
    /// <returns>False when it did for longer.</returns>
    public static bool Run(int workers, Func<int, Task, Task> work, Func<int> answered, TimeSpan patience)
    {
        var crew = new WorkerCrew();
        crew.Park(workers, work);
        var before = -1;
        var ended = crew.Release(patience);
        while (!ended && answered() is var count && count > before)
        {
            before = count;
            ended = crew.Join(patience);
        }

        return ended;
    }
}
