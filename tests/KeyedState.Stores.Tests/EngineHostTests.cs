using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KeyedState.Stores.Tests;

/// <summary>How engines start and end: whatever becomes of who asked for them, nothing is left of them.</summary>
public sealed class EngineHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Start_Engine_ListensInItsFolderUntilDisposal()
    {
        var host = EngineHost.Start(EchoServer.Command);
        var (id, port, folder) = (host.ProcessId, host.Port, host.Folder);

        Assert.True(Directory.Exists(folder));
        Assert.True(ReadyProbe.IsReady(port, EngineCommand.Ping, "PING"));
        Assert.True(host.ProcessorTime > TimeSpan.Zero);

        host.Dispose();
        host.Dispose();

        AssertNothingIsLeft(id, port, folder);
    }

    [Theory]
    [InlineData(Program.Echo)]
    [InlineData(Program.Garnet)]
    [InlineData(Program.Postgres)]
    public void Start_AskerIsKilled_EngineAndFolderGo(string engine)
    {
        if (engine == Program.Postgres)
        {
            Installed.SkipWithout(typeof(PostgresState));
        }

        using var asker = Hold(engine, out var id, out var port, out var folder);
        Assert.True(Directory.Exists(folder));
        using var serving = Process.GetProcessById(id);

        asker.Kill();

        Assert.True(serving.WaitForExit(Patience));
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(folder) && !File.Exists(folder + ".lock"), Patience));
        AssertNothingIsLeft(id, port, folder);
    }

    /// <summary>Nobody is left to end it but the system.</summary>
    [Fact]
    public void Start_AskerAndWatcherAreKilled_PostgresGoesWithItsBackendsAndItsSharedMemory()
    {
        Installed.SkipWithout(typeof(PostgresState));
        Assert.SkipUnless(ProcessFamily.IsKnown, "Only Linux tells a process that its parent has ended.");
        using var asker = Hold(Program.Postgres, out var id, out var port, out var folder);
        int[] family = [id, .. ProcessFamily.LivingChildrenOf(id)];
        Assert.True(family.Length > 1);

        // The number is the second of the line that the server has of it.
        var memory = Fields(File.ReadAllLines(Path.Combine(folder, "postmaster.pid"))[6])[1];
        using var watcher = Process.GetProcessById(EndedProcesses.ParentOf(id));

        asker.Kill();
        watcher.Kill();

        EndedProcesses.AssertAll(family);
        Assert.DoesNotContain(memory, File.ReadLines("/proc/sysvipc/shm").Skip(1).Select(line => Fields(line)[1]));
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();

        // As the next run does.
        EngineFolder.Remove(folder);
    }

    [Fact]
    public void Dispose_EngineWasKilled_RemovesItsFolder()
    {
        var host = EngineHost.Start(EchoServer.Command);
        using (var engine = Process.GetProcessById(host.ProcessId))
        {
            engine.Kill();
            Assert.True(engine.WaitForExit(Patience));
        }

        host.Dispose();

        AssertNothingIsLeft(host.ProcessId, host.Port, host.Folder);
    }

    [Fact]
    public void Start_EngineThatEndsByItself_SaysWhatItPrinted()
    {
        var failure = Assert.Throws<EngineFailedException>(() => EngineHost.Start(EngineCommand.OfThisProgram("Something", "no such mode", "PING")));

        Assert.StartsWith("Something ended with 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("This program belongs to", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_ProgramThatDoesNotExist_SaysSo()
    {
        var failure = Assert.Throws<EngineFailedException>(() => EngineHost.Start(new("Nothing", "no-such-program-anywhere", [], "PING")));

        Assert.StartsWith("Nothing could not be started", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsReady_NobodyListensOrAnswersOtherwise_IsFalse()
    {
        var port = FreePort.Find();
        Assert.False(ReadyProbe.IsReady(port, EngineCommand.Ping, "PING"));

        using var host = EngineHost.Start(EchoServer.Command);
        Assert.False(ReadyProbe.IsReady(host.Port, EngineCommand.Ping, "PONG"));
    }

    private static Process Hold(string engine, out int id, out int port, out string folder)
    {
        var asker = Process.Start(new ProcessStartInfo(EngineCommand.Host, [EngineCommand.ThisProgram, Program.Hold, engine])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var said = asker.StandardOutput.ReadLine();
        var parts = said?.Split(' ', 3) ?? [];
        Assert.True(parts.Length == 3, said);
        (id, port, folder) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
        return asker;
    }

    private static string[] Fields(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void AssertNothingIsLeft(int id, int port, string folder)
    {
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Assert.False(Directory.Exists(folder));
        Assert.False(File.Exists(folder + ".lock"));
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
}
