using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Stores.Tests;

/// <summary>How a cluster ends: whatever becomes of who asked for it, nothing is left of its processes.</summary>
public sealed class SiloClusterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task DisposeAsync_StateOverFourSilos_LeavesNothing()
    {
        var caller = ClusterCaller.WithClient(silos: 4);
        var held = caller.Processes.Select(host => (Process: Process.GetProcessById(host.ProcessId), host.Folder)).ToArray();
        await using (var state = new OrleansFourSilosState(caller))
        {
            for (var key = 0; key < 8; key++)
            {
                Assert.Equal(0, await state.AddAsync(key, key));
                Assert.Equal(key, await state.ReadAsync(key));
            }

            Assert.True(state.EngineProcessorTime > TimeSpan.Zero);
        }

        Assert.Equal(5, held.Length);
        Assert.All(held, was => Assert.True(was.Process.WaitForExit(Patience)));
        Assert.All(held, was => Assert.False(Directory.Exists(was.Folder) || File.Exists(was.Folder + ".lock")));
    }

    [Fact]
    public void Start_AskerIsKilled_GarnetAndSilosGo()
    {
        using var asker = Process.Start(new ProcessStartInfo(EngineCommand.Host, [EngineCommand.ThisProgram, Program.Hold, Program.Silo])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var held = Enumerable.Range(0, 3).Select(_ => asker.StandardOutput.ReadLine()!.Split(' ', 3)).ToArray();
        var processes = Array.ConvertAll(held, said => Process.GetProcessById(int.Parse(said[0], CultureInfo.InvariantCulture)));

        asker.Kill();

        Assert.All(processes, process => Assert.True(process.WaitForExit(Patience)));
        Assert.True(SpinWait.SpinUntil(() => held.All(said => !Directory.Exists(said[2]) && !File.Exists(said[2] + ".lock")), Patience));
    }
}
