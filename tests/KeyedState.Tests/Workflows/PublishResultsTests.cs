namespace KeyedState.Tests.Workflows;

/// <summary>What <c>.ci/publish-results</c> takes from what a measuring job left, and how it pushes.</summary>
public sealed class PublishResultsTests : IDisposable
{
    private const string Runs = "results/machine/headline/runs";
    private const string Somebody = "-c user.name=somebody -c user.email=somebody@example.org";

    private readonly ScriptSandbox sandbox = Make();

    private string Left => Path.Combine(sandbox.Temp, "left");

    public void Dispose() => sandbox.Dispose();

    /// <summary>Pages that the measuring job left, links and other files stay behind: it ran somebody's code.</summary>
    [Fact]
    public void Script_FilesThatAreNoRuns_AreNotPublished()
    {
        Leave("runs/20260101T000000Z.json", "{}");
        Leave("far/report.md", "not from the runs");
        Leave("../../.github/workflows/taken.yml", "on: push");
        File.CreateSymbolicLink(Path.Combine(Left, "results", "machine", "headline", "secret"), "/etc/hostname");

        var (code, output) = Publish();

        Assert.True(code == 0, output);
        Assert.Equal(["results/machine/headline/far/report.md", $"{Runs}/20260101T000000Z.json"], Published());
        Assert.Equal("20260101T000000Z.json", sandbox.GitOutput($"-C {sandbox.Origin} show nightly-results:results/machine/headline/far/report.md"));
    }

    [Fact]
    public void Script_RunThatIsRefused_IsNamedAndTheOthersArePublished()
    {
        Leave("runs/20260101T000000Z.json", "{}");
        Leave("runs/20260102T000000Z.json", "no run");

        var (code, output) = Publish();

        Assert.Equal(1, code);
        Assert.Contains("Not every run could be used", output, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Runs}/20260102T000000Z.json", Published());
        Assert.Contains($"{Runs}/20260101T000000Z.json", Published());
    }

    /// <summary>One that an older version stored can't be used, and stays. Any other failure would leave every earlier run out of the pages.</summary>
    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 2)]
    [InlineData("134", 134)]
    public void Script_EarlierRunsThatCantBeRead_ArePassedOverOnlyWhereTheyAreRefused(string collected, int expected)
    {
        Leave("runs/20260101T000000Z.json", "{}");
        Assert.Equal(0, Publish().ExitCode);
        Leave("runs/20260102T000000Z.json", "{}");
        sandbox["EARLIER_EXIT"] = collected;

        Assert.Equal(expected, Publish().ExitCode);

        Assert.Contains($"{Runs}/20260101T000000Z.json", Published());
        Assert.Equal(expected == 0, Published().Contains($"{Runs}/20260102T000000Z.json"));
    }

    /// <summary>Another machine pushes between the fetch and the push: its commit stays, and the pages are made of both.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Script_SomebodyElsePushesMeanwhile_BothArePublished(bool branchExists)
    {
        Leave("runs/20260102T000000Z.json", "{}");
        if (branchExists)
        {
            Assert.Equal(0, Publish().ExitCode);
            Leave("runs/20260103T000000Z.json", "{}");
        }

        sandbox.Meanwhile(Push("20260101T000000Z.json", "rm \"$0\""));

        var (code, output) = Publish();

        Assert.True(code == 0, output);
        Assert.Equal(branchExists ? "3" : "2", sandbox.GitOutput($"-C {sandbox.Origin} rev-list --count nightly-results"));
        var runs = Published().Where(path => path.StartsWith(Runs, StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        string?[] expected = branchExists ? ["20260101T000000Z", "20260102T000000Z", "20260103T000000Z"] : ["20260101T000000Z", "20260102T000000Z"];
        Assert.Equal(expected, runs);
        Assert.StartsWith("20260101T000000Z.json\n20260102T000000Z.json", sandbox.GitOutput($"-C {sandbox.Origin} show nightly-results:results/machine/headline/far/report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Script_SomebodyElsePushesEachTime_GivesUpAndOverwritesNothing()
    {
        Leave("runs/20260102T000000Z.json", "{}");
        sandbox.Meanwhile(Push("$(date +%s%N).json", ""));

        var (code, output) = Publish();

        Assert.Equal(1, code);
        Assert.Contains("given up after 5 tries", output, StringComparison.Ordinal);
        Assert.Equal("5", sandbox.GitOutput($"-C {sandbox.Origin} rev-list --count nightly-results"));
        Assert.DoesNotContain($"{Runs}/20260102T000000Z.json", Published());
    }

    [Fact]
    public void Script_ServerThatRefuses_IsAskedOnce()
    {
        Leave("runs/20260102T000000Z.json", "{}");
        ScriptSandbox.WriteProgram(Path.Combine(sandbox.Origin, "hooks", "pre-receive"), "#!/bin/sh\nexit 1\n");

        var (code, output) = Publish();

        Assert.Equal(1, code);
        Assert.Contains("nobody else has pushed meanwhile", output, StringComparison.Ordinal);
        Assert.Single(sandbox.Calls, call => call.Contains(" report ", StringComparison.Ordinal));
    }

    [Fact]
    public void Script_ServerThatDoesNotAnswer_IsNoBranchThatIsMissing()
    {
        Leave("runs/20260102T000000Z.json", "{}");
        sandbox.Git("remote set-url origin /nowhere");

        Assert.Equal(2, Publish().ExitCode);
    }

    /// <summary>Nothing of the checkout is another after it: no worktree, branch, index, nor hook that ran.</summary>
    [Fact]
    public void Script_Checkout_StaysAsItWas()
    {
        Leave("runs/20260102T000000Z.json", "{}");
        Directory.CreateDirectory(Path.Combine(sandbox.Repository, ".git", "hooks"));
        foreach (var name in (string[])["pre-commit", "post-checkout", "post-commit", "pre-push", "reference-transaction"])
        {
            ScriptSandbox.WriteProgram(Path.Combine(sandbox.Repository, ".git", "hooks", name), "#!/bin/sh\necho ran >> \"$CALLS\"\nexit 1\n");
        }

        var before = State();
        var (code, output) = Publish();

        Assert.True(code == 0, output);
        Assert.Equal(before, State());
        Assert.DoesNotContain("ran", sandbox.Calls);
    }

    private static ScriptSandbox Make()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        var sandbox = new ScriptSandbox();
        sandbox.AddOrigin();
        return sandbox;
    }

    private static string Push(string run, string then) => $$"""
        export GIT_INDEX_FILE=$(mktemp -u)
        git rev-parse --quiet --verify nightly-results > /dev/null && git read-tree nightly-results
        git update-index --add --cacheinfo 100644,$(echo '{}' | git hash-object -w --stdin),{{Runs}}/{{run}}
        commit=$(git {{Somebody}} commit-tree $(git write-tree) $(git rev-parse --quiet --verify nightly-results | sed 's/^/-p /') -m other)
        git update-ref refs/heads/nightly-results $commit
        {{then}}
        """;

    private void Leave(string path, string text) => sandbox.Write(Path.Combine(Left, "results", "machine", "headline", path), text);

    private (int ExitCode, string Output) Publish() => sandbox.Run($".ci/publish-results '{Left}'");

    private string[] Published() => sandbox.GitOutput($"-C {sandbox.Origin} ls-tree -r --name-only nightly-results").Split('\n');

    private string State() => string.Join('\n', sandbox.GitOutput("worktree list"), sandbox.GitOutput("branch"), sandbox.GitOutput("status --porcelain"), sandbox.GitOutput("ls-files --stage"));
}
