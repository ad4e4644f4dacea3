using System.Text.Json;
using System.Text.Json.Nodes;

namespace KeyedState.Benchmarks.Gate;

/// <summary>What a published program is made of: its <c>deps.json</c>, by which the runtime finds the program's assemblies.</summary>
internal sealed class DependencyFile
{
    private const string Project = "project";

    private readonly JsonObject root;
    private readonly JsonObject target;
    private readonly JsonObject libraries;

    private DependencyFile(JsonObject root, JsonObject target, JsonObject libraries) => (this.root, this.target, this.libraries) = (root, target, libraries);

    /// <summary>The names of the projects, the program's own among them.</summary>
    public IEnumerable<string> Projects => libraries.Where(library => (string?)library.Value?["type"] == Project).Select(library => NameOf(library.Key));

    /// <summary>Where a program's file lies.</summary>
    /// <param name="program">The program's assembly.</param>
    public static string PathOf(string program) => Path.ChangeExtension(program, ".deps.json");

    /// <summary>Reads a program's file.</summary>
    /// <param name="program">The program's assembly.</param>
    /// <exception cref="FormatException">There is none, or it is damaged.</exception>
    public static DependencyFile Load(string program)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(PathOf(program))) is JsonObject root
                && root["libraries"] is JsonObject libraries
                && root["targets"] is JsonObject targets
                && targets.Select(target => target.Value).OfType<JsonObject>().FirstOrDefault() is { } target
                ? new DependencyFile(root, target, libraries)
                : throw new JsonException("no libraries");
        }
        catch (Exception error) when (error is JsonException or FileNotFoundException)
        {
            throw new FormatException($"{PathOf(program)} does not say what the program is made of: publish the program again.", error);
        }
    }

    /// <summary>The libraries that some need, those themselves among them.</summary>
    /// <param name="names">The names to begin with.</param>
    /// <param name="without">Names to leave out, with what is needed through them only.</param>
    public IReadOnlySet<string> Needed(IEnumerable<string> names, IReadOnlySet<string> without)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>(names);
        while (open.TryPop(out var name))
        {
            if (!without.Contains(name) && KeyOf(name) is { } key && found.Add(name))
            {
                foreach (var (dependency, _) in target[key]?["dependencies"] as JsonObject ?? [])
                {
                    open.Push(dependency);
                }
            }
        }

        return found;
    }

    /// <summary>The files of a library, relative to the program's folder.</summary>
    /// <param name="name">The library's name.</param>
    public IEnumerable<string> FilesOf(string name) => KeyOf(name) is not { } key ? [] :
    [
        // A package's path is that in the package; publishing puts the file beside the program, unless it is of one system only.
        .. (target[key]?["runtime"] as JsonObject ?? []).Select(file => Path.GetFileName(file.Key)),
        .. (target[key]?["runtimeTargets"] as JsonObject ?? []).Select(file => file.Key),
    ];

    /// <summary>Takes a library out, if it is there.</summary>
    /// <param name="name">The library's name.</param>
    public void Remove(string name)
    {
        if (KeyOf(name) is { } key)
        {
            target.Remove(key);
            libraries.Remove(key);
        }
    }

    /// <summary>Puts a library as another file has it in the place of its own.</summary>
    /// <param name="name">The library's name.</param>
    /// <param name="from">A file that has it.</param>
    public void Take(string name, DependencyFile from)
    {
        Remove(name);
        var key = from.KeyOf(name)!;
        target[key] = from.target[key]?.DeepClone();
        libraries[key] = from.libraries[key]?.DeepClone();
    }

    /// <summary>Writes the file.</summary>
    /// <param name="program">The program's assembly.</param>
    public void Save(string program) => File.WriteAllText(PathOf(program), root.ToJsonString());

    private static string NameOf(string key) => key.Split('/')[0];

    private string? KeyOf(string name) => libraries.Select(library => library.Key).FirstOrDefault(key => NameOf(key) == name);
}
