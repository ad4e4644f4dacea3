using System.CommandLine;
using KeyedState.Benchmarks.Commands;
using KeyedState.Benchmarks.Suites.Stores;

namespace KeyedState.Tests.Suites;

/// <summary>How the program of the stores suite is called.</summary>
public sealed class StoresProgramTests
{
    [Fact]
    public void StartOf_Arguments_BuildsTheProjectAndPassesThemOn()
    {
        var start = StoresProgram.StartOf("top", ["--states", "Garnet"]);

        Assert.Equal(["run", "-c", "Release", "--project", Path.Combine("top", "bench", "KeyedState.Stores.Benchmarks"), "--", "--states", "Garnet"], start.ArgumentList);
        Assert.True(start.RedirectStandardInput);
        Assert.Equal("1", start.Environment[StoresProgram.EndsWithInput]);
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("--run-length 5")]
    public void Run_OptionOfOtherSuites_IsRefusedBeforeAnythingIsBuilt(string option)
    {
        var error = new StringWriter();

        Assert.Equal(2, SuiteCommandLine.Run(["run", "--suite", "stores", .. option.Split(' ')], new StringWriter(), error));

        Assert.Equal($"{option.Split(' ')[0]} is not for the stores suite: leave it out.", error.ToString().Trim());
    }

    [Theory]
    [InlineData("headline", "--kills", "--kills is only for the stores suite: leave it out.")]
    [InlineData("latency", "--silos", "--silos is only for the stores suite: leave it out.")]
    [InlineData("stores", "--silos --kills", "--silos does not go with --kills: leave one out.")]
    [InlineData("latency", "--redis localhost:6379", "--redis is only for the stores suite: leave it out.")]
    [InlineData("latency", "--postgres Host=localhost", "--postgres is only for the stores suite: leave it out.")]
    [InlineData("stores", "--silos --postgres Host=localhost", "--silos does not go with --postgres: leave one out.")]
    [InlineData("stores", "--kills 0", "--kills takes a number from 1 to 1000, not 0.")]
    [InlineData("stores", "--kills many", "--kills takes a number from 1 to 1000, not many.")]
    public void Run_KillsThatCannotBe_AreRefusedBeforeAnythingIsBuilt(string suite, string option, string refusal)
    {
        var error = new StringWriter();

        Assert.Equal(2, SuiteCommandLine.Run(["run", "--suite", suite, .. option.Split(' ')], new StringWriter(), error));

        Assert.StartsWith(refusal, error.ToString().Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis://me:secret@somewhere:6379")]
    [InlineData("me:secret@somewhere:6379")]
    [InlineData("somewhere")]
    [InlineData("somewhere:0")]
    [InlineData(":6379")]
    public void Run_RedisThatIsNoHostAndPort_IsRefusedWithoutRepeatingIt(string named)
    {
        var error = new StringWriter();

        Assert.Equal(2, SuiteCommandLine.Run(["run", "--suite", "stores", "--redis", named], new StringWriter(), error));

        Assert.Equal("--redis takes a host and a port, such as 127.0.0.1:6379, and nothing else. See --help.", error.ToString().Trim());
    }

    [Theory]
    [InlineData("Host=somewhere;Password=secret", "--postgres takes no password, which every process of this machine could read there: set the variable PGPASSWORD. See --help.")]
    [InlineData("Host=somewhere;pwd=secret", "--postgres takes no password, which every process of this machine could read there: set the variable PGPASSWORD. See --help.")]
    [InlineData("postgresql://me:secret@somewhere", "--postgres takes a connection string of Npgsql, such as \"Host=127.0.0.1;Username=me;Database=mine\". See --help.")]
    [InlineData("Username=secret", "--postgres takes a connection string of Npgsql, such as \"Host=127.0.0.1;Username=me;Database=mine\". See --help.")]
    public void Run_PostgresThatIsNoConnectionOrHasAPassword_IsRefusedWithoutRepeatingIt(string named, string refusal)
    {
        var error = new StringWriter();

        Assert.Equal(2, SuiteCommandLine.Run(["run", "--suite", "stores", "--postgres", named], new StringWriter(), error));

        Assert.Equal(refusal, error.ToString().Trim());
    }

    [Theory]
    [InlineData("--kills", 20)]
    [InlineData("--kills 3", 3)]
    public void Create_WithAndWithoutANumber_IsThatOrTwenty(string option, int kills)
    {
        var asked = KillsOption.Create();

        Assert.Equal(kills, new RootCommand { asked }.Parse(option).GetValue(asked));
    }
}
