using BenchmarkDotNet.Toolchains.Results;
using KeyedState.Benchmarks.Suites;

namespace KeyedState.Tests.Suites;

public sealed class BuildFailureTests
{
    [Theory]
    [InlineData("Determining projects to restore...\n/a/b.csproj : error NU1301: No such source.\nBuild FAILED.", "/a/b.csproj : error NU1301: No such source.")]
    [InlineData("/a/b.csproj : warning NU1900: Error while reading.\n/a/b.cs(1,2): error CS0103: Unknown.", "/a/b.cs(1,2): error CS0103: Unknown.")]
    [InlineData("The configured timeout 00:02:00 was reached!\nsome error before that", "The configured timeout 00:02:00 was reached!")]
    [InlineData("It broke.\nBadly.", "It broke.")]
    [InlineData("", "no reason given")]
    public void Of_BuildThatFailed_IsTheLineThatSaysWhy(string printed, string reason) =>
        Assert.Equal(reason, BuildFailure.Of(BuildResult.Failure(Generated, printed)));

    [Fact]
    public void Of_BuildThatSucceeded_IsNone() => Assert.Null(BuildFailure.Of(BuildResult.Success(Generated)));

    private static GenerateResult Generated => GenerateResult.Success(null!, []);
}
