using System.Text.Json;

namespace KeyedState.Benchmarks.Environments;

/// <summary>
/// The versions of the packages that this program was put together from, as the file of its dependencies lists them.
/// What an assembly says of itself can't be trusted: that of NonBlocking 2.1.2 claims to be 1.0.0.
/// </summary>
internal static class PackageVersions
{
    private const string Unknown = "unknown";

    private static readonly Dictionary<string, string> Resolved = Files().SelectMany(Read).DistinctBy(package => package.Name).ToDictionary(
        package => package.Name, package => package.Version, StringComparer.OrdinalIgnoreCase);

    /// <summary>The version of <paramref name="package"/>; "unknown" where the program came without the file or has no such package.</summary>
    public static string Of(string package) => Resolved.GetValueOrDefault(package, Unknown);

    // The program's own file comes first; those of the frameworks follow.
    private static string[] Files() =>
        ((string?)AppContext.GetData("APP_CONTEXT_DEPS_FILES"))?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static List<(string Name, string Version)> Read(string file)
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. dependencies.RootElement.GetProperty("libraries").EnumerateObject()
            .Select(library => library.Name.Split('/')).Select(parts => (parts[0], parts[1]))];
    }
}
