namespace KeyedState.Benchmarks.Environments;

/// <summary>The executable that runs this program, and other programs as this one runs.</summary>
internal static class DotnetHost
{
    /// <summary>The host that runs this program where it can be told; the one on the path may be of another installation.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet");
}
