using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using KeyedState.Verification;
using Orleans.Configuration;

namespace KeyedState.Stores.Benchmarks.Silos;

/// <summary>
/// A cluster of two silos with callers at work, of which one silo is killed, or stopped until the cluster gives it up and then let go on. All
/// of Orleans' settings for that are its own.
/// </summary>
/// <param name="make">Makes the state that is called.</param>
internal sealed class SiloTrial(Func<ClusterCaller, IKeyedState> make)
{
    private const int Keys = 10;

    // How the callers by way of the silo that is left alone are numbered, and those by way of the other.
    private const int Undisturbed = 0;
    private const int Disturbed = 1;

    // Long against an answer, short against the time that a cluster takes to give a silo up.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Between two looks at what callers have done.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentQueue<Operation> history = new();

    /// <summary>Kills a silo while a client of both writes, and reads all keys as soon as the cluster answers for them again.</summary>
    /// <param name="writes">How many writes of each key are acknowledged before, at least.</param>
    /// <exception cref="EngineFailedException">The cluster didn't start, or did not answer again.</exception>
    public async Task<SiloOutcome> KillAsync(int writes)
    {
        using var cluster = SiloCluster.Start(silos: 2);
        await using var state = make(ClusterCaller.WithClientOf(cluster, AnswerQuickly));
        var callers = CallersOf(state, Undisturbed);
        using var stop = new CancellationTokenSource();
        Task[] writing = [.. callers.Select(caller => Task.Run(() => caller.WriteUntilItFailsAsync(stop.Token)))];
        while (callers.Any(caller => caller.Acknowledged < writes))
        {
            if (writing.Any(writer => writer.IsCompleted))
            {
                throw new EngineFailedException("A write had no answer though nothing disturbed it.");
            }

            await Task.Delay(Pause);
        }

        // Half of the grains are on the silo that is killed. The writers of the others have seen enough when one of these fails.
        var killed = Stopwatch.GetTimestamp();
        cluster.Silos[0].Kill();
        await Task.WhenAny(writing);
        await stop.CancelAsync();
        await Task.WhenAll(writing);

        await EachAsync(callers, caller => caller.ReadUntilAnsweredAsync(Patience));
        return new(SiloJudge.Judge(history, IsByDisturbed), Stopwatch.GetElapsedTime(killed), EndedAfter: null);
    }

    /// <summary>
    /// Stops the silo that has all grains, lets the cluster give it up and make the grains anew on the other silo, and lets the first go on. One
    /// client asks by way of each.
    /// </summary>
    /// <param name="writes">How many writes of each key are acknowledged before, and how many while it stands.</param>
    /// <exception cref="EngineFailedException">The cluster didn't start, did not answer again, or the silo that went on did not end.</exception>
    public async Task<SiloOutcome> StopAsync(int writes)
    {
        using var cluster = SiloCluster.Start(silos: 2);
        var gateways = await GatewaysAsync(cluster);
        await using var disturbed = make(ClusterCaller.WithClientOf(cluster, Through(gateways[0])));
        await using var undisturbed = make(ClusterCaller.WithClientOf(cluster, Through(gateways[1])));
        var (readers, writers) = (CallersOf(disturbed, Disturbed), CallersOf(undisturbed, Undisturbed));

        // A grain is made on the silo by way of which it is first asked for.
        await EachAsync(readers, reader => reader.ReadUntilAnsweredAsync(Patience));
        await EachAsync(writers, writer => writer.WriteAsync(writes));

        using var stop = new CancellationTokenSource();
        using var process = Process.GetProcessById(cluster.Silos[0].ProcessId);
        var reading = EachAsync(readers, reader => reader.ReadUntilStoppedAsync(stop.Token));
        Signal(cluster.Silos[0], "STOP");
        var stopped = Stopwatch.GetTimestamp();
        await EachAsync(writers, writer => writer.WriteUntilItFailsAsync(CancellationToken.None));
        await EachAsync(writers, writer => writer.ReadUntilAnsweredAsync(Patience));
        var answered = Stopwatch.GetElapsedTime(stopped);

        // So that the reads that wait for the stopped silo were called when what it knows had been replaced already.
        await EachAsync(writers, writer => writer.WriteAsync(writes));
        await Task.WhenAll(readers.Select(AwaitOneWithoutAnAnswerAsync));

        var writing = EachAsync(writers, writer => writer.WriteUntilItFailsAsync(stop.Token));
        Signal(cluster.Silos[0], "CONT");
        var ended = await EndOf(process);
        await stop.CancelAsync();
        await Task.WhenAll(reading, writing);
        await EachAsync(writers, writer => writer.ReadUntilAnsweredAsync(Patience));
        return new(SiloJudge.Judge(history, IsByDisturbed), answered, ended);
    }

    private static async Task AwaitOneWithoutAnAnswerAsync(SiloCaller reader)
    {
        for (var before = reader.Unanswered; reader.Unanswered == before;)
        {
            await Task.Delay(Pause);
        }
    }

    private static async Task<TimeSpan> EndOf(Process process)
    {
        var since = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return Stopwatch.GetElapsedTime(since);
        }
        catch (OperationCanceledException)
        {
            throw new EngineFailedException(FormattableString.Invariant($"The silo that the cluster had given up did not end within {Patience.TotalSeconds:0} s."));
        }
    }

    private static bool IsByDisturbed(int worker) => worker == Disturbed;

    private SiloCaller[] CallersOf(IKeyedState state, int worker) => [.. Enumerable.Range(0, Keys).Select(key => new SiloCaller(state, worker, key, history))];

    private static Task EachAsync(SiloCaller[] callers, Func<SiloCaller, Task> work) => Task.WhenAll(callers.Select(caller => Task.Run(() => work(caller))));

    // The ports by which clients reach the silos, in the order of these.
    private static async Task<int[]> GatewaysAsync(SiloCluster cluster)
    {
        await using var caller = ClusterCaller.WithClientOf(cluster, AnswerQuickly);
        var members = await caller.Grains.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: true);
        return [.. cluster.Silos.Select(silo => members.Single(member => member.SiloName == SiloProgram.NameOf(silo.Port)).ProxyPort)];
    }

    private static void AnswerQuickly(IClientBuilder client) => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = AnswerWithin);

    private static Action<IClientBuilder> Through(int gateway) => client =>
    {
        AnswerQuickly(client);
        client.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, gateway));
    };

    // By the shell, which every system has that has these signals.
    private static void Signal(EngineHost silo, string name)
    {
        using var shell = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {silo.ProcessId}")]);
        shell.WaitForExit();
    }
}
