using System.Diagnostics;
using KeyedState.Benchmarks.Suites;
using KeyedState.Results;

namespace KeyedState.Tests.Results.Storage;

public sealed class ResultsLockTests : IDisposable
{
    private readonly string repository = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public ResultsLockTests() => File.WriteAllText(Path.Combine(repository, "Benchmarks.sln"), "");

    private ResultsFolder Results => new(Path.Combine(repository, "results"));

    private string HolderPath => Path.Combine(Results.Root, ".lock-holder");

    public void Dispose() => Directory.Delete(repository, recursive: true);

    [Fact]
    public void Take_WhileItIsHeld_NamesTheHolderInOneLine()
    {
        using var held = ResultsLock.Take(Results, "run --suite \u001b[31msmoke\n");

        var error = Assert.Throws<IOException>(() => ResultsLock.Take(Results, "report"));

        Assert.Matches(
            $"results is in use by process {Environment.ProcessId} on .+ since [-0-9]+ [:0-9]+ UTC \\(run --suite .+smoke ?\\): wait for it to end, or stop it\\.$",
            error.Message);
        Assert.False(PlainText.HasControls(error.Message.Replace("\uFFFD", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Take_AfterItWasGivenBack_IsFree()
    {
        ResultsLock.Take(Results, "run").Dispose();
        ResultsLock.Take(Results, "run").Dispose();

        Assert.False(File.Exists(HolderPath));
        Assert.Empty(Results.Machines);
    }

    [Fact]
    public void Take_NameOfADeadHolder_IsNoLock()
    {
        Directory.CreateDirectory(Results.Root);
        File.WriteAllText(Path.Combine(Results.Root, ".lock"), "");
        File.WriteAllText(HolderPath, "process 1 on elsewhere");

        using var held = ResultsLock.Take(Results, "run");

        Assert.StartsWith($"process {Environment.ProcessId} ", File.ReadAllText(HolderPath), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000\u001b")]
    public void Take_HolderWithoutAName_StillRefuses(string name)
    {
        using var held = ResultsLock.Take(Results, "run");
        File.WriteAllText(HolderPath, name);

        Assert.DoesNotContain('\u001b', Assert.Throws<IOException>(() => ResultsLock.Take(Results, "run")).Message);
    }

    [Fact]
    public void Take_FileInItsPlace_SaysSoInOneLine()
    {
        File.WriteAllText(Results.Root, "no folder");

        Assert.Contains("must be a folder", Assert.Throws<IOException>(() => ResultsLock.Take(Results, "run")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run --suite smoke")]
    [InlineData("report")]
    public async Task Run_AnotherProcessWhileItIsHeld_SaysWhoHasItAndReturns2(string call)
    {
        using var held = ResultsLock.Take(Results, "run --suite headline");

        using var second = Start(call);
        var error = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"process {Environment.ProcessId} ", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_AfterItsHolderWasKilled_IsFree()
    {
        using var first = Start("run --suite smoke");

        // Its first line comes when it has the folder.
        Assert.NotNull(await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var named = Assert.Throws<IOException>(() => ResultsLock.Take(Results, "run")).Message;
        first.Kill();
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"process {first.Id} ", named, StringComparison.Ordinal);
        ResultsLock.Take(Results, "run").Dispose();
    }

    private Process Start(string call) => Process.Start(new ProcessStartInfo(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(SuiteOutcome).Assembly.Location, .. call.Split(' ')])
    {
        WorkingDirectory = repository,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
