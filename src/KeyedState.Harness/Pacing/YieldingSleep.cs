using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>
/// Gives way to other threads until the time has come, and so keeps a core busy that nobody else wants.
/// Works everywhere; the sleep of the system may be as coarse as 15 ms.
/// </summary>
internal sealed class YieldingSleep : DeadlineSleep
{
    /// <inheritdoc/>
    public override void Until(long timestamp)
    {
        var wait = new SpinWait();
        while (Stopwatch.GetTimestamp() < timestamp)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }
}
