using System.Text.RegularExpressions;

namespace KeyedState.Benchmarks.Gate;

/// <summary>The states that a change touches, by the source files that differ between two folders.</summary>
internal static class TouchedStates
{
    private const string Suffix = "State";
    private const string Extension = ".cs";
    private static readonly HashSet<string> Skipped = ["bin", "obj", "artifacts", ".git", "node_modules"];

    /// <summary>Compares two folders of sources.</summary>
    /// <param name="base">The base's.</param>
    /// <param name="head">The head's.</param>
    /// <returns>The names of the head's states whose own file differs or names a type whose file differs; none where there are no sources.</returns>
    public static IReadOnlySet<string> Of(string @base, string head)
    {
        var before = SourcesIn(@base);
        var after = SourcesIn(head);
        var changed = after.Keys.Where(file => !before.ContainsKey(file) || !IsSame(before[file], after[file]))
            .Concat(before.Keys.Where(file => !after.ContainsKey(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        if (before.Count == 0 || changed.Count == 0)
        {
            return new HashSet<string>();
        }

        var names = new Regex($@"\b({string.Join('|', changed.Select(Regex.Escape))})\b", RegexOptions.None, TimeSpan.FromSeconds(1));
        return after
            .Where(file => Path.GetFileNameWithoutExtension(file.Key).EndsWith(Suffix, StringComparison.Ordinal) && names.IsMatch(File.ReadAllText(file.Value)))
            .Select(file => Path.GetFileNameWithoutExtension(file.Key)[..^Suffix.Length]).ToHashSet();
    }

    private static bool IsSame(string one, string other) => File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    /// <summary>The source files below a folder, by their path in it.</summary>
    private static Dictionary<string, string> SourcesIn(string folder)
    {
        var found = new Dictionary<string, string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            foreach (var file in Directory.EnumerateFiles(next, "*" + Extension))
            {
                found.Add(Path.GetRelativePath(folder, file), file);
            }

            foreach (var below in Directory.EnumerateDirectories(next).Where(below => !Skipped.Contains(Path.GetFileName(below))))
            {
                open.Push(below);
            }
        }

        return found;
    }
}
