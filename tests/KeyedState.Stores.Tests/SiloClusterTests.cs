using System.Diagnostics;
using System.Globalization;

namespace KeyedState.Stores.Tests;

/// <summary>How a cluster ends: whatever becomes of who asked for it, nothing is left of its processes.</summary>
public sealed class SiloClusterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
