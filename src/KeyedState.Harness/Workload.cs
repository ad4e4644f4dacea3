namespace KeyedState.Harness;

/// <summary>What the readers and writers of one invocation do.</summary>
/// <param name="Name">The name under which a report shows the workload.</param>
/// <param name="Readers">How many workers only read; 1 or more.</param>
/// <param name="Writers">How many workers only write; 1 or more.</param>
/// <param name="Keys">Keys are drawn from 0 to <paramref name="Keys"/> − 1; 1 or more.</param>
/// <param name="Values">Values are drawn from 0 to <paramref name="Values"/> − 1; 1 or more.</param>
/// <param name="OperationsPerWorker">The operations of each worker, the same for every one; 1 or more.</param>
/// <param name="Seed">The seed that all keys and values are drawn from.</param>
public sealed record Workload(
    string Name,
    int Readers,
    int Writers,
    int Keys,
    int Values,
    int OperationsPerWorker,
    int Seed)
{
    /// <summary>
    /// The workload of Go by Example's "Stateful Goroutines": 100 readers and 10 writers of keys 0–4 and
    /// values 0–99.
    /// </summary>
    public static Workload GoByExample { get; } = new(
        "Go by Example", Readers: 100, Writers: 10, Keys: 5, Values: 100, WorkSize.Many / WorkSize.Workers, Seed: 20_251_108);

    /// <summary>How many workers there are.</summary>
    public int Workers => Readers + Writers;

    /// <summary>The operations of one invocation, over all workers.</summary>
    public int Operations => Workers * OperationsPerWorker;

    /// <summary>The original's workload in the amount that suits a state of <paramref name="cost"/>.</summary>
    public static Workload For(CostClass cost) => GoByExample with
    {
        OperationsPerWorker = cost switch
        {
            CostClass.TensOfNanoseconds => WorkSize.Many,
            CostClass.HundredsOfNanoseconds => WorkSize.Some,
            _ => WorkSize.Few,
        } / WorkSize.Workers,
    };
}
