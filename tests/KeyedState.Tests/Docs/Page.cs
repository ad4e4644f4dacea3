using System.Text.RegularExpressions;
using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Docs;

/// <summary>A page for people, cut into what a test can hold against something.</summary>
/// <param name="Path">Its path from the root of the repository, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record Page(string Path, string Text)
{
    /// <summary>Every page that is written by hand.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.GetFiles(RepositoryFolder.Path, "*.md").Concat(Directory.GetFiles(RepositoryFolder.At("docs"), "*.md"))
            .Select(path => At(System.IO.Path.GetRelativePath(RepositoryFolder.Path, path).Replace('\\', '/')))
            .OrderBy(page => page.Path, StringComparer.Ordinal),
    ];

    /// <summary>The targets of its links and pictures, but those to other sites.</summary>
    public IEnumerable<string> Links =>
        Link().Matches(FencedBlock().Replace(Text, string.Empty)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal));

    /// <summary>The anchors that a host of Markdown makes of its headings.</summary>
    public IEnumerable<string> Anchors =>
        Heading().Matches(FencedBlock().Replace(Text, string.Empty))
            .Select(match => NotOfAnchors().Replace(match.Groups["title"].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    public static Page At(string path) =>
        new(path, File.ReadAllText(RepositoryFolder.At(path)).ReplaceLineEndings("\n"));

    /// <summary>The contents of its fenced blocks in one language, in order.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. FencedBlock().Matches(Text).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchors();

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();
}
