using System.Xml;
using System.Xml.Linq;

namespace KeyedState.Benchmarks.Sources;

/// <summary>The source files below a folder, and which of them see which.</summary>
internal sealed class SourceFolder
{
    private static readonly HashSet<string> Skipped = ["bin", "obj", "artifacts", ".git", "node_modules"];

    private readonly string root;
    private readonly Dictionary<string, string> files = [];
    private readonly Dictionary<string, IReadOnlyList<string>> references = [];

    /// <summary>Finds the files of a folder.</summary>
    public SourceFolder(string folder)
    {
        root = Path.GetFullPath(folder);
        var open = new Stack<string>([root]);
        while (open.TryPop(out var next))
        {
            foreach (var file in Directory.EnumerateFiles(next, "*.cs"))
            {
                files.Add(Path.GetRelativePath(root, file), file);
            }

            if (Directory.EnumerateFiles(next, "*.csproj").ToArray() is { Length: > 0 } projects)
            {
                references.Add(next, [.. projects.SelectMany(ReferencesOf)]);
            }

            foreach (var below in Directory.EnumerateDirectories(next).Where(below => !Skipped.Contains(Path.GetFileName(below)) && !IsCheckout(below)))
            {
                open.Push(below);
            }
        }
    }

    // A worktree or a clone within the sources is none of them; a submodule that they build is built as a package would be.
    private static bool IsCheckout(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    /// <summary>The files, by their path in the folder.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    /// <summary>Whether a file can name what is in another: whether they are of one project, or the first one's refers to the second's.</summary>
    /// <param name="path">A path in the folder; of a file that is gone, too.</param>
    /// <param name="other">The other's.</param>
    public bool Sees(string path, string other)
    {
        var wanted = ProjectOf(other);
        var seen = new HashSet<string> { ProjectOf(path) };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var project) && !seen.Contains(wanted))
        {
            foreach (var reference in references.GetValueOrDefault(project, []).Where(seen.Add))
            {
                open.Push(reference);
            }
        }

        return seen.Contains(wanted);
    }

    /// <summary>Whether two files are of one project.</summary>
    /// <param name="path">A path in the folder; of a file that is gone, too.</param>
    /// <param name="other">The other's.</param>
    public bool AreOfOneProject(string path, string other) => ProjectOf(path) == ProjectOf(other);

    /// <summary>The nearest folder above a file that holds a project; the root where there is none.</summary>
    private string ProjectOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.Combine(root, path))!;
        while (folder.Length > root.Length && !references.ContainsKey(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static IEnumerable<string> ReferencesOf(string project)
    {
        try
        {
            return XDocument.Load(project).Descendants().Where(element => element.Name.LocalName == "ProjectReference")
                .Select(element => element.Attribute("Include")?.Value).OfType<string>()
                .Select(reference => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, reference.Replace('\\', '/'))))!);
        }
        catch (XmlException)
        {
            // The build says what is wrong with it.
            return [];
        }
    }
}
