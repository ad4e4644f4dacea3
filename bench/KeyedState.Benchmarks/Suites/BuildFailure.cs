using BenchmarkDotNet.Toolchains.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Why BenchmarkDotNet could not build the launches, in one line out of what the build printed.</summary>
internal static class BuildFailure
{
    private const string TimeIsUp = "The configured timeout";
    private const string Error = "error";

    // A warning may speak of an error too.
    private const string ErrorOfABuild = ": error ";

    /// <summary>The reason; null when it could build them.</summary>
    /// <param name="build">What became of the build.</param>
    public static string? Of(BuildResult build)
    {
        if (build.IsBuildSuccess)
        {
            return null;
        }

        var lines = $"{build.GenerateException?.Message}\n{build.ErrorMessage}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.StartsWith(TimeIsUp, StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.Contains(ErrorOfABuild, StringComparison.Ordinal))
            ?? lines.FirstOrDefault(line => line.Contains(Error, StringComparison.OrdinalIgnoreCase))
            ?? lines.FirstOrDefault()
            ?? "no reason given";
    }
}
