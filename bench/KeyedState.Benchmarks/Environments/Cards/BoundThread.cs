using KeyedState.Harness;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>A thread that is bound to a core for its whole life.</summary>
internal static class BoundThread
{
    /// <summary>Runs work on a core and waits for its end.</summary>
    /// <returns>What it returned; null where the system does not bind threads.</returns>
    public static double? Run(int core, Func<double> work)
    {
        double? result = null;
        var thread = Start(core, () => result = work());
        thread.Join();
        return result;
    }

    /// <summary>Starts work on a core; it is not begun where the system does not bind threads.</summary>
    public static Thread Start(int core, Action work)
    {
        var thread = new Thread(() =>
        {
            if (ThreadBinding.TryBind(core))
            {
                work();
            }
        })
        { IsBackground = true };
        thread.Start();
        return thread;
    }
}
