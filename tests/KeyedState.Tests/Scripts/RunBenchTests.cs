using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace KeyedState.Tests.Scripts;

/// <summary>Runs the script in a hosted PowerShell, so that none need be installed.</summary>
[CollectionDefinition(nameof(RunBenchTests), DisableParallelization = true)]
[Collection(nameof(RunBenchTests))]
public sealed class RunBenchTests
{
    private const string Script = "run-bench.ps1";

    [Theory]
    [InlineData("")]
    [InlineData("-Suite headline", "run", "--suite", "headline")]
    [InlineData("-Suite smoke", "run", "--suite", "smoke")]
    [InlineData("-Suite full", "run", "--suite", "full")]
    [InlineData("-Suite gate", "gate")]
    [InlineData("-Suite GATE", "gate")]
    [InlineData("-Filter '*Channel Owner*'", "--filter", "*Channel Owner*")]
    public void Script_Call_RunsTheProgramWithItsArguments(string parameters, params string[] expected)
    {
        SkipOnWindows();
        using var dotnet = new FakeDotnet(exitCode: 0);

        Run(parameters);

        string[] program = ["run", "-c", "Release", "--project", Path.Combine(Root(), "bench", "KeyedState.Benchmarks"), "--"];
        Assert.Equal<string>([.. program, .. expected], dotnet.Arguments!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Script_ProgramEnds_EndsWithItsCode(int code)
    {
        SkipOnWindows();
        using var dotnet = new FakeDotnet(code);

        Assert.Equal((code, code == 0), Run(""));
    }

    [Theory]
    [InlineData("-Suite nonsense")]
    [InlineData("-Suite ''")]
    [InlineData("-Suite gate extra")]
    [InlineData("-Filter ''")]
    [InlineData("-Suite smoke -Filter '*Lock*'")]
    [InlineData("-Nonsense smoke")]
    [InlineData("smoke extra")]
    public void Script_WrongCall_IsRefusedBeforeAnythingRuns(string parameters)
    {
        SkipOnWindows();
        using var dotnet = new FakeDotnet(exitCode: 0);

        Assert.Equal((null, false), Run(parameters));
        Assert.Null(dotnet.Arguments);
    }

    private static void SkipOnWindows() => Assert.SkipWhen(OperatingSystem.IsWindows(), "The program that stands in for dotnet is a shell script.");

    // The code alone would not tell whether the script passes it on or only leaves behind what its program ended with;
    // that the call counts as failed does.
    private static (int? ExitCode, bool Succeeded) Run(string parameters)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript($"& '{Path.Combine(Root(), Script)}' {parameters}; $?");
        var succeeded = (bool)shell.Invoke()[^1].BaseObject;
        return ((int?)runspace.SessionStateProxy.GetVariable("LASTEXITCODE"), succeeded);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, Script)))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new FileNotFoundException($"{Script} is not above the tests.", Script);
        }

        return folder;
    }
}
