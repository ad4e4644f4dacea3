using System.Runtime;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments;

/// <summary>Reads what machine and runtime the program runs on.</summary>
internal static class MachineProbe
{
    private const string Unknown = "unknown processor";

    // What Linux tells of a processor beside its name; hypervisors give many models one and the same name.
    private static readonly string[] ModelFields = ["cpu family", "model", "stepping", "CPU implementer", "CPU part", "CPU variant"];

    public static StoredMachine Read()
    {
        var processor = Squeeze(HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName) is { Length: > 0 } name ? name : Unknown;
        var machine = new StoredMachine(
            Folder: string.Empty,
            processor,
            ProcessorModel(),
            Environment.ProcessorCount,
            RuntimeInformation.OSDescription,
            RuntimeInformation.ProcessArchitecture.ToString(),
            RuntimeInformation.FrameworkDescription,
            $"{(GCSettings.LatencyMode == GCLatencyMode.Batch ? "Non-concurrent" : "Concurrent")} {(GCSettings.IsServerGC ? "Server" : "Workstation")}");
        return machine with { Folder = MachineFolder.NameOf(machine) };
    }

    private static string ProcessorModel()
    {
        const string CpuInfo = "/proc/cpuinfo";
        if (!File.Exists(CpuInfo))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? string.Empty;
        }

        var first = File.ReadLines(CpuInfo).TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Where(field => field.Length == 2);
        return string.Join(", ", first.Where(field => ModelFields.Contains(field[0])).Select(field => $"{field[0]} {field[1]}"));
    }

    private static string Squeeze(string? text) =>
        string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
