using KeyedState.Benchmarks.Environments;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>Runs Go's compiler, and what it made, without the network and without settings that change figures.</summary>
internal static class GoHost
{
    // The program needs the standard library alone: no other toolchain, no module, no C compiler, and no workspace above its folder.
    private static readonly Dictionary<string, string> Set = new()
    {
        ["GOTOOLCHAIN"] = "local",
        ["GOPROXY"] = "off",
        ["GOFLAGS"] = "-mod=mod",
        ["GOWORK"] = "off",
        ["CGO_ENABLED"] = "0",
    };

    // How many threads there are, how often it collects, and for which machine it compiles.
    private static readonly string[] Unset = ["GOMAXPROCS", "GOGC", "GOMEMLIMIT", "GODEBUG", "GOEXPERIMENT", "GOOS", "GOARCH"];

    /// <inheritdoc cref="GoCall"/>
    public static (int? ExitCode, string Output, string Errors) Run(string file, string folder, TimeSpan limit, IReadOnlyList<string> arguments)
    {
        using var over = new CancellationTokenSource(limit);
        return ExternalProcess.Run(file, folder, Prepare, over.Token, arguments);
    }

    private static void Prepare(IDictionary<string, string?> environment)
    {
        foreach (var name in Unset)
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in Set)
        {
            environment[name] = value;
        }
    }
}
