using KeyedState.Benchmarks.Commands;
using KeyedState.Results;
using KeyedState.Tests.Results;
using KeyedState.Tests.Results.Places;

namespace KeyedState.Tests.Commands;

public sealed class CompareCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Run_TwoFiles_PrintsThePageAndReturns0WhateverTheFigures()
    {
        var slower = SampleRun.Headline().WithLaunches(launch => launch.WithTimes(time => 9 * time));

        Assert.Equal(0, SuiteCommandLine.Run(["compare", Save(SampleRun.Headline()), Save(slower with { Started = slower.Started.AddHours(1) })], output, error));

        Assert.Contains("9.000 (", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void Run_FolderOfASuite_TakesItsNewestRun()
    {
        var older = Save(SampleRun.Headline());
        Save(SampleRun.Headline() with { Started = SampleRun.Headline().Started.AddYears(1) });

        Assert.Equal(0, SuiteCommandLine.Run(["compare", older, Path.Combine(root, "test-machine", "headline")], output, error));

        Assert.StartsWith("# Two runs 365 days apart\n", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FolderOfADistance_TakesTheNewestRunOfIt()
    {
        var (near, far) = (PlaceSamples.Near().Analysis.Run, PlaceSamples.Far().Analysis.Run);
        var older = Save(near);
        Save(near with { Started = near.Started.AddDays(1) });
        Save(far with { Started = far.Started.AddDays(2) });
        var folder = Directory.CreateDirectory(Path.Combine(root, "test-machine", "headline", "near"));

        Assert.Equal(0, SuiteCommandLine.Run(["compare", older, folder.FullName], output, error));

        Assert.DoesNotContain("distance of cores", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("2026-02-01", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Output_WritesTheSamePage()
    {
        var (run, file) = (Save(SampleRun.Headline()), Path.Combine(root, "page.md"));

        Assert.Equal(0, SuiteCommandLine.Run(["compare", run, run, "--output", file], output, error));

        Assert.Equal(output.ToString(), File.ReadAllText(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing.json")]
    [InlineData(".")]
    [InlineData("damaged.json")]
    public void Run_WrongCall_SaysSoInOneLineAndReturns2(string second)
    {
        var run = Save(SampleRun.Headline());
        File.WriteAllText(Path.Combine(root, "damaged.json"), "{");
        string[] call = second.Length == 0 ? ["compare", run] : ["compare", run, Path.Combine(root, second)];

        Assert.Equal(2, SuiteCommandLine.Run(call, output, error));

        Assert.Empty(output.ToString());
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("missing.json")]
    [InlineData("")]
    public void Run_WrongCallWithAnOlderPage_SaysThatItIsOlder(string second)
    {
        var (run, file) = (Save(SampleRun.Headline()), Path.Combine(root, "page.md"));
        File.WriteAllText(file, "older");
        string[] call = second.Length == 0 ? ["compare", run, "--output", file] : ["compare", run, Path.Combine(root, second), "--output", file];

        Assert.Equal(2, SuiteCommandLine.Run(call, output, error));

        Assert.EndsWith($" {file} is of an earlier call.", Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("older", File.ReadAllText(file));
    }

    /// <summary>As a script calls it where a variable is not set.</summary>
    [Fact]
    public void Run_EmptyArgumentWithAnOlderPage_SaysThatItIsOlder()
    {
        var file = Path.Combine(root, "page.md");
        File.WriteAllText(file, "older");

        Assert.Equal(2, SuiteCommandLine.Run(["compare", Save(SampleRun.Headline()), "", "--output", file], output, error));

        Assert.Equal($"An argument is empty. See --help. {file} is of an earlier call.", error.ToString().TrimEnd());
    }

    [Fact]
    public void Run_WrongCallWithoutAnOlderPage_SaysNothingOfIt()
    {
        Assert.Equal(2, SuiteCommandLine.Run(["compare", Save(SampleRun.Headline()), "--output", Path.Combine(root, "page.md")], output, error));

        Assert.DoesNotContain("earlier", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GateOfACommitThatIsNotThereWithOlderFiles_SaysThatTheyAreOlder()
    {
        var (page, data) = (Path.Combine(root, "page.md"), Path.Combine(root, "gate.json"));
        File.WriteAllText(page, "older");
        File.WriteAllText(data, "older");

        Assert.Equal(2, SuiteCommandLine.Run(["gate", "--base", "no such commit", "--markdown", page, "--json", data], output, error));

        Assert.EndsWith($" {page} is of an earlier call. {data} is of an earlier call.", Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private string Save(StoredRun run)
    {
        var path = new ResultsFolder(root).NewRunPath(run);
        RunFile.Save(run, path);
        return path;
    }
}
