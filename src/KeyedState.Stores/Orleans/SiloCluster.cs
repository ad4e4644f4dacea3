using System.Globalization;

namespace KeyedState.Stores;

/// <summary>
/// Silos of Orleans that make one cluster, each in a process of its own, and the Garnet in which they find each other. They end with this
/// process, however that ends, and leave no process, port or folder behind.
/// </summary>
internal sealed class SiloCluster : IDisposable
{
    private readonly EngineHost garnet;
    private readonly EngineHost[] silos;

    private SiloCluster(EngineHost garnet, EngineHost[] silos) => (this.garnet, this.silos) = (garnet, silos);

    /// <summary>The port of the Garnet that holds the membership.</summary>
    public int MembershipPort => garnet.Port;

    /// <summary>The file that whoever joins the cluster holds.</summary>
    public string TurnFile => TurnFileIn(garnet);

    /// <summary>The silos.</summary>
    public IReadOnlyList<EngineHost> Silos => silos;

    /// <summary>All processes of the cluster.</summary>
    public IEnumerable<EngineHost> Processes => silos.Prepend(garnet);

    /// <summary>What all of them have had of the processors so far.</summary>
    public TimeSpan ProcessorTime => Processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + process.ProcessorTime);

    /// <summary>Starts a cluster and waits until each silo knows of all.</summary>
    /// <param name="silos">How many silos; at least 1.</param>
    /// <exception cref="EngineFailedException">A process can't be started, ended by itself, or was not ready within a minute.</exception>
    public static SiloCluster Start(int silos)
    {
        var garnet = EngineHost.Start(GarnetCommand.InMemory);
        try
        {
            var cluster = new SiloCluster(garnet, StartSilos(silos, garnet));
            try
            {
                cluster.AwaitActive(silos);
                return cluster;
            }
            catch
            {
                cluster.Dispose();
                throw;
            }
        }
        catch
        {
            garnet.Dispose();
            throw;
        }
    }

    /// <summary>Waits until each silo knows that so many are active. Before that, two of them might each make the same grain.</summary>
    /// <param name="silos">How many, those included that aren't of this instance.</param>
    /// <exception cref="EngineFailedException">A silo ended by itself, or did not know within a minute.</exception>
    public void AwaitActive(int silos) => Array.ForEach(this.silos, silo => silo.AwaitAnswer(SiloQuestions.AnswerOf(silos)));

    /// <summary>Ends all; blocks until they are gone.</summary>
    public void Dispose() => InParallel([.. Processes], process =>
    {
        process.Dispose();
        return 0;
    });

    private static EngineHost[] StartSilos(int silos, EngineHost garnet)
    {
        var command = EngineCommand.OfThisProgram(
            "A silo", Program.Silo, SiloQuestions.Active, EngineCommand.Port, garnet.Port.ToString(CultureInfo.InvariantCulture), TurnFileIn(garnet)) with
        { OptimisesAtOnce = true };
        var started = new EngineHost?[silos];
        try
        {
            InParallel(Enumerable.Range(0, silos), i => started[i] = EngineHost.Start(command));
            return started!;
        }
        catch
        {
            Array.ForEach(started, silo => silo?.Dispose());
            throw;
        }
    }

    private static string TurnFileIn(EngineHost garnet) => Path.Combine(garnet.Folder, "joining");

    // Each waits for a process, and the thread pool would give the waiting ones threads only one after the other.
    private static void InParallel<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        Task[] all = [.. items.Select(item => Task.Factory.StartNew(() => work(item), default, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WhenAll(all).GetAwaiter().GetResult();
    }
}
