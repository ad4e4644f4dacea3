using System.Globalization;

namespace KeyedState.Stores;

/// <summary>This assembly as a program: the watcher of an engine, or an engine that runs in .NET.</summary>
internal static class Program
{
    /// <summary>Starts the program and arguments that follow, in a folder of its own, and ends them with the program's input.</summary>
    public const string Watch = "watch";

    /// <summary>The same in the folder that follows, which is there already and stays.</summary>
    public const string WatchIn = "watch-in";

    /// <summary>A Garnet server with the arguments that follow.</summary>
    public const string Garnet = "garnet";

    /// <summary>A server that sends back what it receives, on the port that follows.</summary>
    public const string Echo = "echo";

    /// <summary>Starts a Garnet or an echo server as the suite does, says its process, port and folder, and holds it until the program's input ends.</summary>
    public const string Hold = "hold";

    private const int WrongCall = 2;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case [Watch, .. var line]:
                new EngineWatcher(Console.In, Console.Out).Run(line);
                return 0;
            case [WatchIn, var folder, .. var line]:
                new EngineWatcher(Console.In, Console.Out).RunIn(folder, line);
                return 0;
            case [Garnet, .. var settings]:
                return GarnetProgram.Run(settings, Console.In);
            case [Echo, var port]:
                EchoServer.Run(int.Parse(port, CultureInfo.InvariantCulture), Console.In);
                return 0;
            case [Hold, Garnet]:
                return HoldUntilInputEnds(GarnetCommand.InMemory);
            case [Hold, Echo]:
                return HoldUntilInputEnds(EchoServer.Command);
            default:
                Console.Error.WriteLine("This program belongs to `run --suite stores` and is started by it.");
                return WrongCall;
        }
    }

    private static int HoldUntilInputEnds(EngineCommand command)
    {
        using var host = EngineHost.Start(command);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{host.ProcessId} {host.Port} {host.Folder}"));
        Console.In.ReadToEnd();
        return 0;
    }
}
