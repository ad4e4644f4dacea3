using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>One process that measures one state under load after load.</summary>
/// <param name="entry">The state.</param>
/// <param name="protocol">How.</param>
/// <param name="random">The order of the loads, and their arrivals.</param>
internal sealed class LatencyProcess(StateEntry entry, LatencyProtocol protocol, Random random) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private readonly WorkerProcess worker = OwnWorker.Start(LatencyProtocol.Placement.RuntimeSettings);

    /// <summary>Measures the state under all loads, in random order, and then with paced workers.</summary>
    /// <param name="round">The launch's number.</param>
    /// <param name="loads">Which loads.</param>
    /// <exception cref="WorkerException">The state or its process failed.</exception>
    public StoredLatencyLaunch Measure(int round, LatencyLoads loads)
    {
        Rehearse();
        var capacity = Math.Floor(Capacity());
        (LatencyLoad Load, double Rate)?[] order = [null, .. loads.Of(entry.Name, capacity)];
        random.Shuffle(order);
        StoredClosedLoop? closed = null;
        var open = new List<StoredOpenLoop>();
        foreach (var one in order)
        {
            if (one is var (load, rate))
            {
                open.Add(Open(rate) with { Share = load.Share });
            }
            else
            {
                closed = Closed();
            }
        }

        return new(entry.Name, round, capacity, closed!, open, new(Paced(LatencyWork.Text(protocol.PacedWindow)), Paced(LatencyWork.TextOfFixedRate(protocol.FixedRate(random.Next())))));
    }

    /// <summary>The rates from a list that are reached, up to the first that is not.</summary>
    /// <param name="rates">Rates, rising.</param>
    /// <exception cref="WorkerException">The state or its process failed.</exception>
    public IReadOnlyList<double> Reached(IEnumerable<double> rates)
    {
        Rehearse();
        return [.. rates.TakeWhile(rate => Open(rate).IsReached)];
    }

    public void Dispose() => worker.Dispose();

    // The first loops of a process are compiled while they run.
    private void Rehearse()
    {
        Ask(LatencyWork.Text(LatencyProtocol.RehearsedClosed));
        Ask(LatencyWork.Text(LatencyProtocol.RehearsedOpen));
    }

    private StoredClosedLoop Closed() => Ask(LatencyWork.Text(protocol.Closed)).Closed ?? throw Other();

    private StoredOpenLoop Open(double rate) => Ask(LatencyWork.Text(protocol.Open(rate, random.Next()))).Open ?? throw Other();

    private double Capacity() => Ask(LatencyWork.Text(protocol.Open(null, random.Next()))).Capacity ?? throw Other();

    private StoredPacedLoop Paced(string plan) => Ask(plan).Paced ?? throw Other();

    private LatencyReply Ask(string plan) => worker.Ask<LatencyReply>(new WorkerRequest(WorkerTask.Latency, entry.Name, Plan: plan), Limit);

    private static WorkerException Other() => new("this build", "answered with another loop than it was asked for.", null);
}
