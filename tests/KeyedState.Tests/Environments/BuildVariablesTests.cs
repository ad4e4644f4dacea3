using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class BuildVariablesTests
{
    [Theory]
    [InlineData("VERSION")]
    [InlineData("Platform")]
    [InlineData("Configuration")]
    [InlineData("OutputPath")]
    [InlineData("TargetFramework")]
    [InlineData("DefineConstants")]
    [InlineData("MSBuildSDKsPath")]
    [InlineData("_SuppressAllTargets")]
    public void IsKept_PropertyOfABuild_IsNot(string name) => Assert.False(BuildVariables.IsKept(name));

    [Theory]
    [InlineData("PATH")]
    [InlineData("Path")]
    [InlineData("HOME")]
    [InlineData("TMPDIR")]
    [InlineData("USERPROFILE")]
    [InlineData("ProgramFiles(x86)")]
    [InlineData("DOTNET_ROOT")]
    [InlineData("NUGET_PACKAGES")]
    [InlineData("https_proxy")]
    [InlineData("NuGetPackageSourceCredentials_feed")]
    public void IsKept_WhatABuildNeeds_Is(string name) => Assert.True(BuildVariables.IsKept(name));

    [Fact]
    public void Clean_Environment_LosesThePropertiesOnly()
    {
        var environment = new Dictionary<string, string?> { ["VERSION"] = "x", ["PATH"] = "/bin" };

        BuildVariables.Clean(environment);

        Assert.Equal(["PATH"], environment.Keys);
    }
}
