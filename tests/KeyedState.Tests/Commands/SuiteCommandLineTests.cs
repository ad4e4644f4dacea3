using KeyedState.Benchmarks;
using KeyedState.Benchmarks.Commands;

namespace KeyedState.Tests.Commands;

public sealed class SuiteCommandLineTests
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("run --suite nonsense")]
    [InlineData("run --suite")]
    [InlineData("run extra")]
    [InlineData("list extra")]
    [InlineData("list --nonsense")]
    [InlineData("report extra")]
    [InlineData("gate --hours many")]
    [InlineData("gate --hours 101")]
    [InlineData("gate --hours -1")]
    [InlineData("gate --hours NaN")]
    [InlineData("gate --states ,")]
    [InlineData("gate --seed x")]
    [InlineData("gate --json ")]
    [InlineData("gate --json=")]
    [InlineData("gate --markdown ")]
    [InlineData("compare  ")]
    [InlineData("compare A B --output ")]
    [InlineData("history --last x")]
    [InlineData("history --newest 0")]
    public void Run_WrongCall_SaysSoInOneLineAndReturns2(string call)
    {
        Assert.Equal(2, SuiteCommandLine.Run(call.Split(' '), output, error));

        Assert.Empty(output.ToString());
        Assert.Single(error.ToString().TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("run --help")]
    [InlineData("list --help")]
    [InlineData("verify --help")]
    [InlineData("report --help")]
    [InlineData("compare --help")]
    [InlineData("history --help")]
    public void Run_AskedForHelp_AnswersAndReturns0(string call)
    {
        Assert.Equal(0, SuiteCommandLine.Run(call.Split(' '), output, error));

        Assert.NotEmpty(output.ToString());
        Assert.Empty(error.ToString());
    }

    [Fact]
    public void Run_List_ShowsThePackageThatAStateStandsOn()
    {
        Assert.Equal(0, SuiteCommandLine.Run(["list"], output, error));

        var row = Assert.Single(output.ToString().Split(Environment.NewLine), line => line.StartsWith("NonBlocking ", StringComparison.Ordinal));
        Assert.Contains("  NonBlocking 2.1.2  ", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_List_NamesEveryState()
    {
        Assert.Equal(0, SuiteCommandLine.Run(["list"], output, error));

        var listed = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(' ')[0]);
        Assert.Equal(SuiteCatalogue.Default.Entries.Select(entry => entry.Name), listed);
    }
}
