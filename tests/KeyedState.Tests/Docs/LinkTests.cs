using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Docs;

public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfAPage_LeadSomewhere(string path) => Assert.Empty(DeadLinks(Page.At(path)));

    [Fact]
    public void DeadLinks_MissingFileAndHeading_AreFound() => Assert.Equal(
        ["missing.md", "../README.md#no-such-heading", "#nor-this"],
        DeadLinks(new Page("docs/page.md", """
            # A page, of `code`

            [a](../README.md) [b](missing.md) [c](../README.md#what-a-figure-rests-on) [d](../README.md#no-such-heading)
            [e](#a-page-of-code) [f](#nor-this) [g](https://example.org/missing.md)

            ```md
            [h](only-shown.md)
            ```
            """)));

    [Fact]
    public void Readme_Length_IsOnePage() => Assert.InRange(Page.At("README.md").Text.Split('\n').Length, 1, 120);

    [Theory]
    [InlineData("docs/method.md")]
    [InlineData("docs/ci.md")]
    [InlineData("docs/add-a-state.md")]
    public void Readme_Links_HoldEveryPage(string page) => Assert.Contains(page, Page.At("README.md").Links);

    private static IEnumerable<string> DeadLinks(Page page) => page.Links.Where(link => !Leads(page, link));

    private static bool Leads(Page from, string link)
    {
        var parts = link.Split('#');
        var path = parts[0].Length == 0
            ? from.Path
            : Path.GetRelativePath(RepositoryFolder.Path, Path.GetFullPath(RepositoryFolder.At(Path.GetDirectoryName(from.Path)!, parts[0])));
        return parts.Length == 1
            ? Path.Exists(RepositoryFolder.At(path))
            : (parts[0].Length == 0 ? from : Page.At(path)).Anchors.Contains(parts[1]);
    }
}
