namespace KeyedState.Harness;

/// <summary>The keys and values of every worker, drawn before anything is timed.</summary>
public sealed class WorkloadInputs
{
    private readonly int[][] keys;
    private readonly int[][] values;

    private WorkloadInputs(int[][] keys, int[][] values)
    {
        this.keys = keys;
        this.values = values;
    }

    /// <summary>
    /// Draws the inputs of <paramref name="workload"/>. The same workload gives the same inputs: a seeded
    /// <see cref="Random"/> keeps its sequence from release to release.
    /// </summary>
    public static WorkloadInputs Draw(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var random = new Random(workload.Seed);
        var keys = new int[workload.Workers][];
        var values = new int[workload.Workers][];
        for (var worker = 0; worker < workload.Workers; worker++)
        {
            keys[worker] = Fill(random, workload.OperationsPerWorker, workload.Keys);
            values[worker] = worker < workload.Readers ? [] : Fill(random, workload.OperationsPerWorker, workload.Values);
        }

        return new WorkloadInputs(keys, values);
    }

    /// <summary>The keys of a worker, readers first.</summary>
    public int[] KeysOf(int worker) => keys[worker];

    /// <summary>The values of a writer; empty for a reader.</summary>
    public int[] ValuesOf(int worker) => values[worker];

    private static int[] Fill(Random random, int count, int bound)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = random.Next(bound);
        }

        return numbers;
    }
}
