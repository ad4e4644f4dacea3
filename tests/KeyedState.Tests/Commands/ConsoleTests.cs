using System.Diagnostics;
using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Commands;

/// <summary>The whole program in a process of its own, with consoles, signals and settings that it does not choose.</summary>
public sealed class ConsoleTests : IDisposable
{
    private const string NeedsUnix = "It needs a POSIX shell.";
    private const string FullDisk = "/dev/full";

    private const string NeedsLinux = "Only the env of GNU, on Linux, starts a program that signals reach whatever the test host ignores.";

    private readonly string repository = Directory.CreateTempSubdirectory("keyed-state-").FullName;

    public ConsoleTests() => File.WriteAllText(Path.Combine(repository, "Benchmarks.sln"), "");

    public static bool IsWindows => OperatingSystem.IsWindows();

    public static bool IsLinux => OperatingSystem.IsLinux();

    public void Dispose() => Directory.Delete(repository, recursive: true);

    [Fact]
    public async Task Run_OutputOnAFullDisk_SaysSoAndReturns2()
    {
        Assert.SkipUnless(File.Exists(FullDisk), "This system has no device that is always full.");

        var (code, _, error) = await Shell("\"$@\" > /dev/full", "list");

        Assert.Equal(2, code);
        Assert.StartsWith("The output could not be written (No space left on device)", Assert.Single(Lines(error)), StringComparison.Ordinal);
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public async Task Run_ErrorsOnAFullDisk_KeepsItsExitCode()
    {
        Assert.SkipUnless(File.Exists(FullDisk), "This system has no device that is always full.");

        var (code, output, _) = await Shell("\"$@\" 2> /dev/full", "run", "--suite", "nonsense");

        Assert.Equal(2, code);
        Assert.Empty(output);
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public async Task Run_ReaderThatIsGone_EndsAsIfItWereThere()
    {
        var (code, _, error) = await Shell("\"$@\" | :; exit ${PIPESTATUS[0]}", "list");

        Assert.Equal(0, code);
        Assert.Empty(error);
    }

    [Theory(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    [InlineData("DOTNET_TieredPGO=0 COMPlus_gcServer=1 DOTNET_PROCESSOR_COUNT=7 DOTNET_ROLL_FORWARD=Minor", "COMPlus_gcServer, DOTNET_PROCESSOR_COUNT, DOTNET_TieredPGO")]
    [InlineData("CORECLR_ENABLE_PROFILING=0", "CORECLR_ENABLE_PROFILING")]
    public async Task Run_SettingsOfTheRuntime_AreNamedOnceAndTakenAway(string settings, string named)
    {
        var (code, _, error) = await Shell($"env {settings} \"$@\"", "run", "--suite", "a b");

        Assert.Equal(2, code);
        Assert.Collection(
            Lines(error),
            line => Assert.EndsWith($" starts anew without {named}.", line, StringComparison.Ordinal),
            line => Assert.Contains("'a b'", line, StringComparison.Ordinal));
    }

    [Fact(Skip = NeedsUnix, SkipWhen = nameof(IsWindows))]
    public async Task Run_SettingsOfTheRuntime_DoNotMatterWhereNothingIsMeasured()
    {
        var (code, _, error) = await Shell("env DOTNET_TieredPGO=0 \"$@\"", "list");

        Assert.Equal(0, code);
        Assert.Empty(error);
    }

    [Theory(Skip = NeedsLinux, SkipUnless = nameof(IsLinux))]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Run_SignalBeforeAnythingIsMeasured_EndsInOrder(string signal, int expected)
    {
        // The first line comes when the run has begun; reading it from a pipe waits for just that. A shell hands signals on that were ignored when it started.
        var (code, output, error) = await Shell(
            "exec 3>&2 2> shell; set -m; mkfifo out; env --default-signal \"$@\" > out 2> err & exec 4< out; read -r first <&4; "
            + $"grep Sig /proc/$!/status; kill -{signal} $!; echo \"$first\"; cat <&4; wait $!; code=$?; cat err >&3; exit $code",
            "run", "--suite", "smoke");

        Assert.True(code == expected, $"It ended with {code}: {error}{output}");
        Assert.Contains("Suite smoke", output, StringComparison.Ordinal);
        Assert.Equal("Interrupted before anything was measured.", Assert.Single(Lines(error)));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<(int Code, string Output, string Error)> Shell(string script, params string[] call)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script, "bash", DotnetHost.Path, typeof(SuiteOutcome).Assembly.Location, .. call])
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (shell.ExitCode, output, await error);
    }
}
