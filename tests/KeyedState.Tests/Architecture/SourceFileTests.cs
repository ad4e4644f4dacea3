using System.Text.RegularExpressions;

namespace KeyedState.Tests.Architecture;

/// <summary>How the source files are cut and named.</summary>
public sealed partial class SourceFileTests
{
    private static readonly string[] NamesThatSayNothing = ["Utils", "Helpers", "Common", "Manager"];

    [Fact]
    public void SourceFiles_PublicTypes_AreOneAFileAndNamedLikeIt()
    {
        var wrong =
            from file in SourceFiles()
            let types = PublicTopLevelTypes(File.ReadAllText(file))
            where types.Count > 1 || (types.Count == 1 && types[0] != Path.GetFileNameWithoutExtension(file))
            select $"{file}: {string.Join(", ", types)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void SourceFiles_Names_SayWhatIsInThem()
    {
        var root = Root();
        var wrong = SourceFiles()
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(root, file), null))
            .Where(file => file.Split(Path.DirectorySeparatorChar)
                .Any(part => NamesThatSayNothing.Any(name => part.EndsWith(name, StringComparison.OrdinalIgnoreCase))));

        Assert.Empty(wrong);
    }

    [Fact]
    public void PublicTopLevelTypes_TextWithTwo_FindsBothAndNoNestedOne()
    {
        const string Text = """
            namespace A;

            public sealed class First<T>
            {
                public enum Nested;
            }

            public readonly record struct Second(int Value);
            internal static class Third;
            """;

        Assert.Equal(["First", "Second"], PublicTopLevelTypes(Text));
    }

    private static List<string> PublicTopLevelTypes(string text) =>
        [.. PublicTopLevelType().Matches(text).Select(match => match.Groups["name"].Value)];

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Benchmarks.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    // With namespaces of the whole file, only a type at the top level begins its line.
    [GeneratedRegex(@"^public (?:\w+ )*(?:class|struct|interface|enum|record|delegate [\w<>?\[\]]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTopLevelType();
}
