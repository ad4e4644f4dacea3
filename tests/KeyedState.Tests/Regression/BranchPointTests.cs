using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Gate;
using KeyedState.Tests.Environments;

namespace KeyedState.Tests.Regression;

public sealed class BranchPointTests : IDisposable
{
    private readonly GitRepository repository = new();

    public BranchPointTests()
    {
        repository.Write("file", "one");
        repository.Commit();
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void Of_Branch_IsWhereItLeftTheMainOne()
    {
        var left = repository.Run("rev-parse", "HEAD");
        repository.Run("checkout", "--quiet", "-b", "branch");
        repository.Commit();
        repository.Run("checkout", "--quiet", "main");
        repository.Commit();
        repository.Run("checkout", "--quiet", "branch");

        Assert.Equal(left, BranchPoint.Of(Checkout.Of(repository.Path, "file")));
    }

    [Fact]
    public void Of_ShallowCloneOfABranch_CantBeCompared()
    {
        repository.Run("checkout", "--quiet", "-b", "branch");
        repository.Commit();
        repository.Run("checkout", "--quiet", "main");
        repository.Commit();

        Assert.Contains("the one at which this branch left the main one", Refusal("--no-single-branch"), StringComparison.Ordinal);
        Assert.Contains("no main branch", Refusal("--single-branch"), StringComparison.Ordinal);

        string Refusal(string branches)
        {
            var shallow = Path.Combine(repository.Outside, "shallow" + branches);
            repository.Run("clone", "--quiet", "--depth", "1", "--branch", "branch", branches, new Uri(repository.Path).AbsoluteUri, shallow);
            var message = Assert.Throws<CannotCompareException>(() => BranchPoint.Of(Checkout.Of(shallow, "file"))).Message;
            Assert.Contains("git fetch --unshallow", message, StringComparison.Ordinal);
            return message;
        }
    }

    [Theory]
    [InlineData("other", "There is no main branch to compare with: name the base with --base.")]
    [InlineData("main", "This branch has no commit in common with main: name the base with --base.")]
    public void Of_NothingInCommon_SaysWhat(string mainBranch, string expected)
    {
        repository.Run("branch", "--move", mainBranch);
        repository.Run("checkout", "--quiet", "--orphan", "branch");
        repository.Commit();

        Assert.Equal(expected, Assert.Throws<FormatException>(() => BranchPoint.Of(Checkout.Of(repository.Path, "file"))).Message);
    }
}
