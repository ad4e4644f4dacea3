using System.Security;

namespace KeyedState.Benchmarks.Gate;

/// <summary>
/// Puts the settings of a build that lie above one side's sources above the other's too. A build looks for these files from its project's
/// folder upwards; what a working tree finds above itself, a commit whose sources are written to a temporary folder would not.
/// </summary>
internal static class ParentSettings
{
    // MSBuild splits a path at a semicolon and reads what follows a percent, a dollar or an at sign; the percent first, since the others bring one in.
    private const string ReadByMSBuild = "%;$@*?";

    private static readonly (string Name, Func<string?, string> Text)[] Files =
    [
        ("Directory.Build.props", Import),
        ("Directory.Build.targets", Import),
        ("Directory.Packages.props", Import),
        ("Directory.Build.rsp", found => found is null ? "" : $"@\"{found}\"\n"),
        ("global.json", found => found is null ? "{}\n" : File.ReadAllText(found)),
    ];

    /// <summary>Writes the files. Where a side has none above it, an empty one keeps those of the temporary folder's own parents away.</summary>
    /// <param name="sources">The sources whose surroundings are to be repeated; null for none.</param>
    /// <param name="folder">The folder that the other sources are written below.</param>
    public static void Repeat(string? sources, string folder)
    {
        foreach (var (name, text) in Files)
        {
            File.WriteAllText(Path.Combine(folder, name), text(sources is null ? null : Above(sources, name)));
        }
    }

    /// <summary>The file that a build of the sources finds above them; null where they have one of their own.</summary>
    private static string? Above(string sources, string name)
    {
        var folder = new DirectoryInfo(sources);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, name)))
        {
            folder = folder.Parent;
        }

        return folder is null || folder.FullName == new DirectoryInfo(sources).FullName ? null : Path.Combine(folder.FullName, name);
    }

    private static string Import(string? found) => found is null ? "<Project />\n" : $"<Project><Import Project=\"{SecurityElement.Escape(Literal(found))}\" /></Project>\n";

    private static string Literal(string path) => ReadByMSBuild.Aggregate(
        path, (text, letter) => text.Replace(letter.ToString(), FormattableString.Invariant($"%{(int)letter:X2}"), StringComparison.Ordinal));
}
