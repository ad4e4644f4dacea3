using KeyedState.Benchmarks.Commands;
using KeyedState.Results;
using KeyedState.Tests.Results;
using KeyedState.Tests.Results.History;

namespace KeyedState.Tests.Commands;

public sealed class HistoryCommandTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("keyed-state-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Run_NewRegression_ReturnsOneOnlyWhenAsked()
    {
        var before = SyntheticRuns.Nights(SampleRun.Headline(), 30, 11, ("Lock", 27, 1.1));
        foreach (var run in before)
        {
            RunFile.Save(run, new ResultsFolder(root).NewRunPath(run));
        }

        Assert.Equal(0, Run());
        Assert.Empty(error.ToString());
        Assert.Equal(0, Run("--fail-on-new", "--newest", "1"));
        Assert.Empty(error.ToString());
        Assert.Equal(1, Run("--fail-on-new"));
        Assert.All(error.ToString().TrimEnd().Split('\n'), line => Assert.StartsWith("Lock became slower", line, StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(root, "test-machine", "headline", "history.md")));
        Assert.True(File.Exists(Path.Combine(root, "test-machine", "headline", "history.svg")));
    }

    [Theory]
    [InlineData]
    [InlineData("--machine", "nobody")]
    [InlineData("--last", "0")]
    [InlineData("--newest", "many")]
    [InlineData("extra")]
    public void Run_WrongCall_SaysSoInOneLineAndReturns2(params string[] call)
    {
        Assert.Equal(2, Run(call));

        Assert.Empty(output.ToString());
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    private int Run(params string[] call) => SuiteCommandLine.Run(["history", "--results", root, .. call], output, error);
}
