using KeyedState.Benchmarks.Suites;
using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Suites;

public sealed class LaunchProjectTests
{
    /// <summary>However many projects of that name lie elsewhere in the repository.</summary>
    [Fact]
    public void Of_ProgramOfThisRepository_IsItsOwnProject() => Assert.Equal(
        RepositoryFolder.At("bench", "KeyedState.Benchmarks", "KeyedState.Benchmarks.csproj"), LaunchProject.Of(typeof(LaunchProject).Assembly)!.FullName);

    [Fact]
    public void Of_AssemblyBelowItsProject_IsTheNearest() => Assert.Equal(
        RepositoryFolder.At("tests", "KeyedState.Tests", "KeyedState.Tests.csproj"), LaunchProject.Of(typeof(LaunchProjectTests).Assembly)!.FullName);

    [Theory]
    [InlineData("/home/me/a;b/bench", ";")]
    [InlineData("/home/me/100%25/bench", "%25")]
    [InlineData("/home/me/a$(b)/bench", "$(")]
    [InlineData("/home/me/a@(b)/bench", "@(")]
    public void RequireBuildable_PathThatMsBuildWouldRead_SaysSo(string folder, string part) => Assert.Equal(
        $"BenchmarkDotNet can't build in {folder}, since MSBuild takes {part} in a path for something else: move the sources to a folder without it.",
        Assert.Throws<FormatException>(() => LaunchProject.RequireBuildable(folder)).Message);

    [Theory]
    [InlineData("/home/me/my projects/büro/bench")]
    [InlineData("/home/me/100%/bench")]
    [InlineData("/home/me/me@home (2)/$5/bench")]
    public void RequireBuildable_OtherPath_IsFine(string folder) => LaunchProject.RequireBuildable(folder);
}
