using System.Globalization;

namespace KeyedState.Stores;

/// <summary>This assembly as a program: the watcher of an engine, or an engine that runs in .NET.</summary>
internal static class Program
{
    /// <summary>Starts the program and arguments that follow, in a folder of its own, and ends them with the program's input.</summary>
    public const string Watch = "watch";

    /// <summary>The same in the folder that follows, which is there already and stays.</summary>
    public const string WatchIn = "watch-in";

    /// <summary>Stands before one of these where the program that follows is told to quit before it is killed.</summary>
    public const string Quitting = "quitting";

    /// <summary>A Garnet server with the arguments that follow.</summary>
    public const string Garnet = "garnet";

    /// <summary>A silo of Orleans; its port for questions, that of the cluster's membership, and the file of the turn to join follow.</summary>
    public const string Silo = "silo";

    /// <summary>A server that sends back what it receives, on the port that follows.</summary>
    public const string Echo = "echo";

    /// <summary>The PostgreSQL server of this machine; only to be held.</summary>
    public const string Postgres = "postgres";

    /// <summary>Starts a Garnet, two silos, an echo server or a PostgreSQL as the suite does, says the process, port and folder of each, and holds it until the program's input ends.</summary>
    public const string Hold = "hold";

    private const int WrongCall = 2;

    private static int Main(string[] args)
    {
        var quits = args is [Quitting, ..];
        switch (quits ? args[1..] : args)
        {
            case [Watch, .. var line]:
                new EngineWatcher(Console.In, Console.Out, quits).Run(line);
                return 0;
            case [WatchIn, var folder, .. var line]:
                new EngineWatcher(Console.In, Console.Out, quits).RunIn(folder, line);
                return 0;
            case [Garnet, .. var settings]:
                return GarnetProgram.Run(settings, Console.In);
            case [Silo, var port, var membership, var turn]:
                return SiloProgram.Run(Number(port), Number(membership), turn, Console.In);
            case [Echo, var port]:
                EchoServer.Run(Number(port), Console.In);
                return 0;
            case [Hold, Garnet]:
                return HoldUntilInputEnds(() => EngineHost.Start(GarnetCommand.InMemory), host => [host]);
            case [Hold, Echo]:
                return HoldUntilInputEnds(() => EngineHost.Start(EchoServer.Command), host => [host]);
            case [Hold, Postgres]:
                return HoldUntilInputEnds(() => EngineHost.Start(PostgresServer.Command()), host => [host]);
            case [Hold, Silo]:
                return HoldUntilInputEnds(() => SiloCluster.Start(silos: 2), cluster => cluster.Processes);
            default:
                Console.Error.WriteLine("This program belongs to `run --suite stores` and is started by it.");
                return WrongCall;
        }
    }

    private static int HoldUntilInputEnds<T>(Func<T> start, Func<T, IEnumerable<EngineHost>> processesOf)
        where T : IDisposable
    {
        using var engine = start();
        foreach (var host in processesOf(engine))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{host.ProcessId} {host.Port} {host.Folder}"));
        }

        Console.In.ReadToEnd();
        return 0;
    }

    private static int Number(string argument) => int.Parse(argument, CultureInfo.InvariantCulture);
}
