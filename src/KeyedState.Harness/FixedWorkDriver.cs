using System.Diagnostics;

namespace KeyedState.Harness;

/// <summary>
/// Drives a state with fixed work: all workers start together and each does the same number of
/// operations, so that the mix of reads and writes is exact whatever the state's fairness.
/// </summary>
/// <remarks>
/// An invocation has two parts. <see cref="Park"/> starts the workers outside the measured time;
/// <see cref="Release"/> is what a benchmark measures.
/// </remarks>
public sealed class FixedWorkDriver
{
    // A yield every 64 operations: often enough that no worker runs to its end before others have started, rarely enough to
    // cost next to nothing. The first of the 64 is made outside the run, as one that may have to be awaited.
    private const int RunLength = 63;

    private readonly string stateName;
    private readonly IKeyedState state;
    private readonly Workload workload;
    private readonly WorkloadInputs inputs;
    private readonly TimeSpan limit;
    private readonly bool onOneThread;
    private readonly long[] ends;
    private readonly int[] sums;
    private WorkerCrew? crew;

    /// <summary>Draws the inputs and makes ready; nothing is run yet.</summary>
    /// <param name="stateName">The name that a hang is reported under.</param>
    /// <param name="state">The state to drive; the caller disposes of it.</param>
    /// <param name="workload">Who does how much.</param>
    /// <param name="limit">How long one invocation may take before it counts as hung.</param>
    /// <param name="onOneThread">Whether all workers run on a single thread.</param>
    /// <param name="inputs">The workload's inputs when they are drawn already; null to draw them now.</param>
    public FixedWorkDriver(
        string stateName, IKeyedState state, Workload workload, TimeSpan limit, bool onOneThread = false, WorkloadInputs? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(workload);
        this.stateName = stateName;
        this.state = state;
        this.workload = workload;
        this.limit = limit;
        this.onOneThread = onOneThread;
        this.inputs = inputs ?? WorkloadInputs.Draw(workload);
        ends = new long[workload.Workers];
        sums = new int[workload.Workers];
    }

    /// <summary>A driver for a state of the catalogue, with the original's workload in the amount that the state declares.</summary>
    /// <param name="entry">The state's entry.</param>
    /// <param name="state">An instance of it; the caller disposes of it.</param>
    /// <param name="limit">How long one invocation may take before it counts as hung.</param>
    /// <param name="inputs">The workload's inputs when they are drawn already; null to draw them now.</param>
    public static FixedWorkDriver Of(StateEntry entry, IKeyedState state, TimeSpan limit, WorkloadInputs? inputs = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new FixedWorkDriver(entry.Name, state, Workload.For(entry.Declared.Cost), limit, entry.Declared.OneThread, inputs);
    }

    /// <summary>
    /// The sum of everything that the last invocation's readers read, wrapping around. It is what makes
    /// the reads matter to the compiler.
    /// </summary>
    public int SumOfReads => sums.Aggregate(0, (total, sum) => unchecked(total + sum));

    /// <summary>Starts the workers up to the gate.</summary>
    public void Park()
    {
        crew = new WorkerCrew();
        crew.Park(workload.Workers, WorkAsync, onOneThread);
    }

    /// <summary>Releases the parked workers and blocks until the last has ended.</summary>
    /// <exception cref="StateHungException">The limit passed first.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Park"/> was not called before.</exception>
    /// <exception cref="Exception">Whatever the state threw, as it threw it.</exception>
    public FixedWorkOutcome Release()
    {
        var parked = crew ?? throw new InvalidOperationException("Park the workers first.");
        crew = null;
        var released = Stopwatch.GetTimestamp();
        return parked.Release(limit)
            ? new FixedWorkOutcome(
                Stopwatch.GetElapsedTime(released, ends.Take(workload.Readers).Max()),
                Stopwatch.GetElapsedTime(released, ends.Skip(workload.Readers).Max()))
            : throw new StateHungException(stateName, $"{workload.Operations} operations by {workload.Workers} workers", limit);
    }

    private Task WorkAsync(int worker, Task gate) => worker < workload.Readers ? ReadAsync(worker, gate) : WriteAsync(worker, gate);

    private async Task ReadAsync(int worker, Task gate)
    {
        var keys = inputs.KeysOf(worker);
        await gate;
        var sum = 0;
        for (var left = workload.OperationsPerWorker; left > 0; left -= keys.Length)
        {
            for (var next = 0; next < keys.Length;)
            {
                var read = state.ReadAsync(keys[next++]);
                if (!read.IsCompleted)
                {
                    sum += await read;
                    continue;
                }

                sum += read.Result;
                if (!ReadRun(keys, ref next, ref sum, out var pending))
                {
                    sum += await pending;
                }
                else if (next < left)
                {
                    await Task.Yield();
                }
            }
        }

        sums[worker] = sum;
        ends[worker] = Stopwatch.GetTimestamp();
    }

    private async Task WriteAsync(int worker, Task gate)
    {
        var keys = inputs.KeysOf(worker);
        var values = inputs.ValuesOf(worker);
        await gate;
        for (var left = workload.OperationsPerWorker; left > 0; left -= keys.Length)
        {
            for (var next = 0; next < keys.Length;)
            {
                var write = state.WriteAsync(keys[next], values[next]);
                next++;
                if (!write.IsCompleted)
                {
                    await write;
                    continue;
                }

                write.GetAwaiter().GetResult();
                if (!WriteRun(keys, values, ref next, out var pending))
                {
                    await pending;
                }
                else if (next < left)
                {
                    await Task.Yield();
                }
            }
        }

        ends[worker] = Stopwatch.GetTimestamp();
    }

    // An operation that completes at once is probably followed by more. They run in a method that does not await, where the
    // compiler keeps the loop's variables in registers: with states that take a few nanoseconds the harness would otherwise
    // be most of what is measured. True after a whole run of them, false at the first operation that must be awaited.
    private bool ReadRun(ushort[] keys, ref int next, ref int sum, out ValueTask<int> pending)
    {
        var shared = state;
        var end = Math.Min(next + RunLength, keys.Length);
        var total = sum;
        for (var i = next; i < end; i++)
        {
            var read = shared.ReadAsync(keys[i]);
            if (!read.IsCompleted)
            {
                (next, sum, pending) = (i + 1, total, read);
                return false;
            }

            total += read.Result;
        }

        (next, sum, pending) = (end, total, default);
        return true;
    }

    private bool WriteRun(ushort[] keys, ushort[] values, ref int next, out ValueTask pending)
    {
        var shared = state;
        var end = Math.Min(next + RunLength, keys.Length);
        for (var i = next; i < end; i++)
        {
            var write = shared.WriteAsync(keys[i], values[i]);
            if (!write.IsCompleted)
            {
                (next, pending) = (i + 1, write);
                return false;
            }

            write.GetAwaiter().GetResult();
        }

        (next, pending) = (end, default);
        return true;
    }
}
