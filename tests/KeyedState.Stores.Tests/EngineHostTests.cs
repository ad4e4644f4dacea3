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
        Assert.True(ReadyProbe.IsReady(port, "PING"));
        Assert.True(host.ProcessorTime > TimeSpan.Zero);

        host.Dispose();
        host.Dispose();

        AssertNothingIsLeft(id, port, folder);
    }

    [Theory]
    [InlineData(Program.Echo)]
    [InlineData(Program.Garnet)]
    public void Start_AskerIsKilled_EngineAndFolderGo(string engine)
    {
        using var asker = Hold(engine, out var id, out var port, out var folder);
        Assert.True(Directory.Exists(folder));
        using var serving = Process.GetProcessById(id);

        asker.Kill();

        Assert.True(serving.WaitForExit(Patience));
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists(folder) && !File.Exists(folder + ".lock"), Patience));
        AssertNothingIsLeft(id, port, folder);
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
        Assert.False(ReadyProbe.IsReady(port, "PING"));

        using var host = EngineHost.Start(EchoServer.Command);
        Assert.False(ReadyProbe.IsReady(host.Port, "PONG"));
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

    private static void AssertNothingIsLeft(int id, int port, string folder)
    {
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Assert.False(Directory.Exists(folder));
        Assert.False(File.Exists(folder + ".lock"));
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
}
