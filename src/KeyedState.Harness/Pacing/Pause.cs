using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace KeyedState.Harness;

/// <summary>One worker's pauses, one after the other. A pause allocates nothing.</summary>
/// <param name="pacer">What ends the pauses.</param>
/// <param name="record">Where the length of each is noted.</param>
internal sealed class Pause(Pacer pacer, PauseRecord record) : IValueTaskSource<bool>
{
    // The worker goes on in a work item of its own. On the pacer's thread, a state that blocks its caller
    // would stop every pause; in a batch on one thread of the pool, the callers behind it.
    private ManualResetValueTaskSourceCore<bool> source = new() { RunContinuationsAsynchronously = true };
    private long began;

    /// <summary>Begins a pause, which counts from here. The worker's pause before has ended.</summary>
    /// <returns>True once the time has passed; false, without waiting for it, when the pacer is disposed of.</returns>
    public ValueTask<bool> BeginAsync()
    {
        source.Reset();
        began = Stopwatch.GetTimestamp();
        return pacer.TryBegin(this) ? new ValueTask<bool>(this, source.Version) : new ValueTask<bool>(false);
    }

    /// <summary>Ends the pause. The pacer calls this once a pause.</summary>
    public void End(bool goOn) => source.SetResult(goOn);

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        var goOn = source.GetResult(token);
        if (goOn)
        {
            record.Add(Stopwatch.GetElapsedTime(began));
        }

        return goOn;
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);
}
