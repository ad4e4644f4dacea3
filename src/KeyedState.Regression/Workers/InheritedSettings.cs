namespace KeyedState.Regression;

/// <summary>
/// Which environment variables set the .NET runtime, so that a process that inherits them gives other figures: DOTNET_TieredPGO,
/// COMPlus_gcServer, DOTNET_PROCESSOR_COUNT, CORECLR_ENABLE_PROFILING, and whatever a later runtime reads. Nothing that is measured
/// inherits them. Those stay that say where the runtime is and how it starts, since a machine may need them for any .NET program.
/// </summary>
public static class InheritedSettings
{
    private static readonly string[] Prefixes = ["DOTNET_", "COMPlus_", "CORECLR_"];

    private static readonly string[] Kept =
    [
        // Where the runtime is, which one is taken, and what it needs to start at all.
        "DOTNET_ROOT", "DOTNET_HOST_PATH", "DOTNET_INSTALL_DIR", "DOTNET_MULTILEVEL_LOOKUP", "DOTNET_ROLL_FORWARD", "DOTNET_SYSTEM_GLOBALIZATION_",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "DOTNET_EnableDiagnostics", "DOTNET_EnableWriteXorExecute",

        // What only the SDK and container images read or set.
        "DOTNET_CLI_", "DOTNET_NOLOGO", "DOTNET_SKIP_", "DOTNET_GENERATE_", "DOTNET_ADD_", "DOTNET_MSBUILD_", "DOTNET_NUGET_", "DOTNET_TOOLS_",
        "DOTNET_LAUNCH_PROFILE", "DOTNET_WATCH", "DOTNET_USE_POLLING_FILE_WATCHER", "DOTNET_RUNNING_IN_CONTAINER", "DOTNET_VERSION", "DOTNET_SDK_VERSION",
        "DOTNET_ENVIRONMENT",
    ];

    /// <summary>Whether nothing that is measured may inherit a variable.</summary>
    /// <param name="name">The variable's name.</param>
    public static bool ChangeFigures(string name) => StartsWithAny(name, Prefixes) && !StartsWithAny(name, Kept);

    /// <summary>The names of those that this process has, in order. What they are set to may be nobody else's business.</summary>
    public static IReadOnlyList<string> OfThisProcess() =>
    [
        .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(ChangeFigures).Order(StringComparer.Ordinal),
    ];

    private static bool StartsWithAny(string name, string[] starts) => starts.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
