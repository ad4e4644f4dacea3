using System.Runtime.InteropServices;

namespace KeyedState.Benchmarks.Environments;

/// <summary>The executable that runs this program, and other programs as this one runs.</summary>
internal static class DotnetHost
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>The host that runs this program where it can be told; the one on the path may be of another installation, or there is none.</summary>
    public static string Path { get; } = Find(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), Environment.ProcessPath, RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>Whether a program is the host, and not one that finds the runtime by itself.</summary>
    /// <param name="program">The program's path.</param>
    public static bool IsHost(string? program) => System.IO.Path.GetFileNameWithoutExtension(program) == "dotnet";

    /// <summary>Puts the host at the end of this process's path where the path has none, for what starts it by its name alone, as BenchmarkDotNet does.</summary>
    public static void PutOnPath()
    {
        if (System.IO.Path.IsPathFullyQualified(Path) && Extended(Environment.GetEnvironmentVariable("PATH") ?? "", Path) is { } extended)
        {
            Environment.SetEnvironmentVariable("PATH", extended);
        }
    }

    /// <summary>A path with a host at its end; null where it has one already.</summary>
    /// <param name="path">The folders in which programs are sought, as the variable has them.</param>
    /// <param name="host">The host.</param>
    internal static string? Extended(string path, string host) =>
        path.Split(System.IO.Path.PathSeparator).Any(folder => File.Exists(System.IO.Path.Combine(folder, Name)))
            ? null
            : $"{path}{System.IO.Path.PathSeparator}{System.IO.Path.GetDirectoryName(host)}";

    /// <summary>Finds the host.</summary>
    /// <param name="told">What the host told this process; null where it told nothing.</param>
    /// <param name="process">This process's program.</param>
    /// <param name="runtime">The runtime's folder, which lies in shared/Microsoft.NETCore.App/VERSION beside the host.</param>
    internal static string Find(string? told, string? process, string runtime)
    {
        var beside = System.IO.Path.GetFullPath(System.IO.Path.Combine(runtime, "..", "..", "..", Name));
        return File.Exists(told) ? told : IsHost(process) ? process! : File.Exists(beside) ? beside : Name;
    }
}
