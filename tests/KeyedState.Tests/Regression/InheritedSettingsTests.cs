using KeyedState.Benchmarks.Workers;
using KeyedState.Regression;
using KeyedState.Tests.Contract;

namespace KeyedState.Tests.Regression;

/// <summary>Undisturbed, because other tests start processes, which inherit what these set.</summary>
[Collection(nameof(Undisturbed))]
public sealed class InheritedSettingsTests
{
    private const string NeedsShell = "It needs a POSIX shell.";

    // A name that no runtime knows.
    private const string Setting = "DOTNET_KeyedStateTest";

    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(1);
    private static readonly WorkerRequest Hello = new(WorkerTask.Hello);

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Theory]
    [InlineData("DOTNET_TieredPGO")]
    [InlineData("DOTNET_gcServer")]
    [InlineData("dotnet_gcserver")]
    [InlineData("DOTNET_GCHeapHardLimit")]
    [InlineData("DOTNET_PROCESSOR_COUNT")]
    [InlineData("DOTNET_STARTUP_HOOKS")]
    [InlineData("DOTNET_ADDITIONAL_DEPS")]
    [InlineData("DOTNET_SHARED_STORE")]
    [InlineData("DOTNET_MODIFIABLE_ASSEMBLIES")]
    [InlineData("COMPlus_TieredCompilation")]
    [InlineData("CORECLR_ENABLE_PROFILING")]
    [InlineData("DOTNET_WhatALaterRuntimeReads")]
    public void ChangeFigures_SettingOfTheRuntime_IsOne(string name) => Assert.True(InheritedSettings.ChangeFigures(name));

    [Theory]
    [InlineData("DOTNET_ROOT")]
    [InlineData("DOTNET_ROOT_X64")]
    [InlineData("DOTNET_ROLL_FORWARD")]
    [InlineData("DOTNET_ROLL_FORWARD_TO_PRERELEASE")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT")]
    [InlineData("DOTNET_HOST_PATH")]
    [InlineData("DOTNET_CLI_HOME")]
    [InlineData("DOTNET_CLI_UI_LANGUAGE")]
    [InlineData("DOTNET_NOLOGO")]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER")]
    [InlineData("TMPDIR")]
    [InlineData("PATH")]
    [InlineData("MY_DOTNET_gcServer")]
    public void ChangeFigures_WhatAMachineNeedsOrNobodyMeasures_IsNone(string name) => Assert.False(InheritedSettings.ChangeFigures(name));

    [Fact]
    public void OfThisProcess_Setting_IsNamedWithoutItsValue() => Assert.Contains(Setting, With(InheritedSettings.OfThisProcess));

    [Fact(Skip = NeedsShell, SkipWhen = nameof(IsWindows))]
    public void Start_RuntimeSettings_AreThoseOfTheCommandAlone()
    {
        using var worker = With(() => WorkerProcess.Start(new WorkerCommand(
            "head", "sh", ["-c", $"read line; echo \"{{\\\"error\\\":\\\"${Setting}/$DOTNET_TieredCompilation\\\"}}\""],
            new Dictionary<string, string> { ["DOTNET_TieredCompilation"] = "0" })));

        Assert.EndsWith(": /0", Assert.Throws<WorkerException>(() => worker.Ask<HelloReply>(Hello, Ample)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_ProcessorCountOfTheCaller_IsNotTheWorkers()
    {
        using var worker = With(() => OwnWorker.Start(), "DOTNET_PROCESSOR_COUNT", "7");

        Assert.Equal(Environment.ProcessorCount, worker.Ask<HelloReply>(Hello, Ample).ProcessorCount);
    }

    private static T With<T>(Func<T> action, string name = Setting, string value = "1")
    {
        Environment.SetEnvironmentVariable(name, value);
        try
        {
            return action();
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
