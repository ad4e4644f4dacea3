using System.Diagnostics;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Commands;

public sealed class ReadmeUpdateTests
{
    private static readonly string Repository = RepositoryRoot.Find();

    [Fact]
    public void Readme_OfTheRepository_ShowsTheNewestHeadlineRunThatIsCommitted()
    {
        var readme = File.ReadAllText(Path.Combine(Repository, "README.md"));
        var newest = CommittedRuns().Select(RunFile.Load).Where(run => run.Suite == Suite.Headline.Name).MaxBy(run => run.Started);

        Assert.NotNull(newest);
        Assert.True(
            ReadmeSection.Replace(readme, RunAnalysis.Of(newest)) == readme,
            "The README's figures are stale: run the program's report command with --readme.");
    }

    [Fact]
    public void Apply_NoHeadlineRun_SaysSo()
    {
        var error = Assert.Throws<StoredRunException>(() => ReadmeUpdate.Apply(string.Empty, new ResultsFolder("nowhere")));

        Assert.Contains("holds no headline run", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Not those that whoever runs the tests has made beside them, which must not make a test fail.</summary>
    private static IEnumerable<string> CommittedRuns()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "results/*/runs/*.json"])
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
        })!;
        var files = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(file => Path.Combine(Repository, file));
    }
}
