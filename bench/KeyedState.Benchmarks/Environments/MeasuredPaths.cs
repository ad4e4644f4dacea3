namespace KeyedState.Benchmarks.Environments;

/// <summary>What of the suite's sources its figures depend on.</summary>
internal static class MeasuredPaths
{
    /// <summary>
    /// The paths, as git takes them, relative to the top of the sources. A run is of a commit when nothing in them differs from it, and a
    /// pull request is worth a measurement when something in them changes.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "src", "bench", "Directory.Build.props", "Directory.Build.targets", "Directory.Build.rsp", "Directory.Packages.props", "global.json",
        ":(icase)nuget.config",
    ];
}
