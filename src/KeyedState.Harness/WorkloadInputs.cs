namespace KeyedState.Harness;

/// <summary>The keys and values of every worker, drawn before anything is timed.</summary>
/// <remarks>
/// All of them together must stay in the second-level cache of a core. If they don't, the fastest states wait for the
/// memory of their inputs as long as for their own, and by how much depends on what else the machine does. So they are
/// small numbers, and a worker with more operations than <see cref="MostDrawn"/> goes through its keys again.
/// </remarks>
public sealed class WorkloadInputs
{
    /// <summary>The most keys that are drawn for a worker.</summary>
    public const int MostDrawn = 1024;

    private readonly ushort[][] keys;
    private readonly ushort[][] values;

    private WorkloadInputs(ushort[][] keys, ushort[][] values)
    {
        this.keys = keys;
        this.values = values;
    }

    /// <summary>
    /// Draws the inputs of <paramref name="workload"/>. The same workload gives the same inputs: a seeded
    /// <see cref="Random"/> keeps its sequence from release to release.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Keys or values do not fit into 16 bits, or a worker has more than <see cref="MostDrawn"/> operations and no
    /// multiple of them.
    /// </exception>
    public static WorkloadInputs Draw(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workload.Keys, ushort.MaxValue + 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(workload.Values, ushort.MaxValue + 1);
        var drawn = Math.Min(workload.OperationsPerWorker, MostDrawn);
        ArgumentOutOfRangeException.ThrowIfNotEqual(workload.OperationsPerWorker % drawn, 0);
        var random = new Random(workload.Seed);
        var keys = new ushort[workload.Workers][];
        var values = new ushort[workload.Workers][];
        for (var worker = 0; worker < workload.Workers; worker++)
        {
            keys[worker] = Fill(random, drawn, workload.Keys);
            values[worker] = worker < workload.Readers ? [] : Fill(random, drawn, workload.Values);
        }

        return new WorkloadInputs(keys, values);
    }

    /// <summary>The keys of a worker, readers first; those of its later operations are the same again.</summary>
    public ushort[] KeysOf(int worker) => keys[worker];

    /// <summary>The values of a writer, one for each of its keys; empty for a reader.</summary>
    public ushort[] ValuesOf(int worker) => values[worker];

    private static ushort[] Fill(Random random, int count, int bound)
    {
        var numbers = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = (ushort)random.Next(bound);
        }

        return numbers;
    }
}
