using KeyedState.Benchmarks.Environments;

namespace KeyedState.Tests.Environments;

public sealed class GitTests
{
    [Theory]
    [InlineData("GIT_DIR")]
    [InlineData("GIT_INDEX_FILE")]
    [InlineData("GIT_WORK_TREE")]
    [InlineData("GIT_OBJECT_DIRECTORY")]
    [InlineData("GIT_ALTERNATE_OBJECT_DIRECTORIES")]
    [InlineData("GIT_CONFIG_COUNT")]
    [InlineData("GIT_CONFIG_KEY_0")]
    [InlineData("GIT_CONFIG_PARAMETERS")]
    [InlineData("GIT_NAMESPACE")]
    [InlineData("GIT_PREFIX")]
    [InlineData("GIT_EXTERNAL_DIFF")]
    [InlineData("git_dir")]
    [InlineData("GIT_OF_A_LATER_VERSION")]
    public void Clean_VariableThatPointsElsewhere_IsTakenAway(string name) => Assert.DoesNotContain(name, Cleaned(name));

    [Theory]
    [InlineData("GIT_CONFIG_GLOBAL")]
    [InlineData("GIT_SSH_COMMAND")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("PATH")]
    public void Clean_VariableThatDoesNot_Stays(string name) => Assert.Contains(name, Cleaned(name));

    [Fact]
    public void Clean_Always_KeepsQuestionsFromWritingTheIndex() => Assert.Equal("0", CleanedOf("PATH")["GIT_OPTIONAL_LOCKS"]);

    [Fact]
    public void WhyNot_NoGit_SaysSo() => Assert.StartsWith("git is not installed", new GitAnswer(null, "", "no such file").WhyNot("folder"), StringComparison.Ordinal);

    [Theory]
    [InlineData("fatal: not a git repository (or any of the parent directories): .git\n")]
    [InlineData("fatal: not a git repository (or any parent up to mount point /)\nStopping at filesystem boundary (GIT_DISCOVERY_ACROSS_FILESYSTEM not set).\n")]
    public void WhyNot_NoRepository_SaysSo(string errors) => Assert.Equal("folder is not under version control", new GitAnswer(128, "", errors).WhyNot("folder"));

    /// <summary>A worktree in a container that does not hold the repository that it is of.</summary>
    [Fact]
    public void WhyNot_WorktreeOfARepositoryThatIsNotHere_IsWhatGitSays() => Assert.Equal(
        "git does not read /a and says: fatal: not a git repository: /home/me/suite/.git/worktrees/a",
        new GitAnswer(128, "", "fatal: not a git repository: /home/me/suite/.git/worktrees/a\n").WhyNot("/a"));

    /// <summary>What git says holds the command that helps.</summary>
    [Fact]
    public void WhyNot_OwnedBySomebodyElse_IsWhatGitSays() => Assert.Equal(
        "git does not read /a and says: fatal: detected dubious ownership in repository at '/a' To add an exception for this directory, call: git config --global --add safe.directory /a",
        new GitAnswer(
            128, "", "fatal: detected dubious ownership in repository at '/a'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /a\n").WhyNot("/a"));

    private static Dictionary<string, string?>.KeyCollection Cleaned(string name) => CleanedOf(name).Keys;

    private static Dictionary<string, string?> CleanedOf(string name)
    {
        var environment = new Dictionary<string, string?> { [name] = "value" };
        Git.Clean(environment);
        return environment;
    }
}
