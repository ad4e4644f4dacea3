using System.Text.RegularExpressions;
using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Docs;

/// <summary>The page shows the example as it is, and speaks of the workflows that are there.</summary>
public sealed partial class CiPageTests
{
    private static readonly Page Page = Page.At("docs/ci.md");

    [Fact]
    public void Page_ItsProject_IsTheExample() =>
        Assert.Equal(Page.At("examples/YourStates/YourStates.csproj").Text, Assert.Single(Page.Blocks("xml")));

    [Fact]
    public void Page_ItsCode_IsTheExample() => Assert.Equal(
        [Page.At("examples/YourStates/Program.cs").Text, Page.At("examples/YourStates/SnapshotState.cs").Text], Page.Blocks("csharp"));

    [Fact]
    public void Page_Workflows_AreAllThereAre() => Assert.Equal(
        Workflow.All.Select(workflow => $"../.github/workflows/{workflow.Name}").Order(StringComparer.Ordinal),
        Page.Links.Where(link => link.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Page_RunnerVariables_AreThoseOfTheWorkflows() => Assert.All(
        Workflow.All.SelectMany(workflow => Variable().Matches(workflow.Text)).Select(match => match.Groups["name"].Value),
        variable => Assert.Contains($"`{variable}`", Page.Text, StringComparison.Ordinal));

    [GeneratedRegex(@"vars\.(?<name>\w+)")]
    private static partial Regex Variable();
}
