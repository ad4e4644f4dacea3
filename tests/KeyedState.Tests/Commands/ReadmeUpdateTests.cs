using System.Text.RegularExpressions;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;
using KeyedState.Results;

namespace KeyedState.Tests.Commands;

public sealed partial class ReadmeUpdateTests
{
    private static readonly string Repository = RepositoryRoot.Find();
    private static readonly ResultsFolder Results = new(Path.Combine(Repository, "results"));

    [Fact]
    public void Apply_TheRepositorysOwnReadme_IsUpToDate()
    {
        var readme = File.ReadAllText(Path.Combine(Repository, "README.md"));
        var machine = PictureOfAMachine().Match(readme).Groups["machine"].Value;

        Assert.True(
            ReadmeUpdate.Apply(readme, Results, machine) == readme,
            "The README's figures are stale: run the program's report command with --readme.");
    }

    [Fact]
    public void Apply_NoRunThatMayBeQuoted_SaysSo()
    {
        var error = Assert.Throws<StoredRunException>(() => ReadmeUpdate.Apply(string.Empty, new ResultsFolder("nowhere")));

        Assert.Contains("run the headline suite", error.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\(results/(?<machine>[^/]+)/headline/launches\.svg\)")]
    private static partial Regex PictureOfAMachine();
}
