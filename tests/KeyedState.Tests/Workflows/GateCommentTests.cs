using System.Globalization;
using System.Text;

namespace KeyedState.Tests.Workflows;

/// <summary>What a stranger's run may put into a pull request, and what not.</summary>
public sealed class GateCommentTests
{
    private const string Marker = "<!-- keyed-state-gate -->\n";

    [Fact]
    public void Script_FirstPage_IsANewComment()
    {
        using var sandbox = Make("Nothing became slower.");

        Assert.Equal(0, Run(sandbox).ExitCode);

        Assert.Equal($"{Marker}Nothing became slower.", sandbox.Comment);
        Assert.Contains(sandbox.Calls, call => call.StartsWith("gh api --silent --method POST repos/owner/name/issues/7/comments ", StringComparison.Ordinal));
    }

    [Fact]
    public void Script_LaterPage_RenewsItsOwnCommentAndNoOther()
    {
        using var sandbox = Make("Again.");
        sandbox.Answer("comments.json", """
            [
              {"id": 1, "user": {"login": "stranger"}, "body": "<!-- keyed-state-gate --> mine"},
              {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "another workflow's"},
              {"id": 3, "user": {"login": "github-actions[bot]"}, "body": "<!-- keyed-state-gate -->\nbefore"},
              {"id": 4, "user": {"login": "github-actions[bot]"}, "body": "<!-- keyed-state-gate -->\na second"}
            ]
            """);

        Assert.Equal(0, Run(sandbox).ExitCode);

        Assert.Contains(sandbox.Calls, call => call.StartsWith("gh api --silent --method PATCH repos/owner/name/issues/comments/3 ", StringComparison.Ordinal));
        Assert.DoesNotContain(sandbox.Calls, call => call.Contains("POST", StringComparison.Ordinal));
    }

    [Fact]
    public void Script_PageThatLooksLikeShell_IsOnlyText()
    {
        using var sandbox = Make("$(touch taken) `touch taken` ${PATH} @everyone ::error::no");

        Assert.Equal(0, Run(sandbox).ExitCode);

        Assert.Equal($"{Marker}$(touch taken) `touch taken` ${{PATH}} @\u2060everyone ::error::no", sandbox.Comment);
        Assert.False(File.Exists(Path.Combine(sandbox.Repository, "taken")));
    }

    [Theory]
    [InlineData("7; touch taken")]
    [InlineData("../issues/1")]
    [InlineData("0")]
    [InlineData("12345678901")]
    [InlineData("")]
    public void Script_NoNumber_IsRefused(string number)
    {
        using var sandbox = Make("page", number);

        Assert.Equal(1, Run(sandbox).ExitCode);
        Assert.Null(sandbox.Comment);
    }

    [Theory]
    [InlineData("open", "another", 9)]
    [InlineData("open", "abc", 10)]
    [InlineData("closed", "abc", 9)]
    public void Script_PullRequestThatTheRunDidNotMeasure_IsLeftAlone(string state, string sha, int repository)
    {
        using var sandbox = Make("page");
        sandbox.Answer("pull.json", $$"""{"state": "{{state}}", "head": {"repo": {"id": {{repository.ToString(CultureInfo.InvariantCulture)}} }, "sha": "{{sha}}"} }""");

        var (code, output) = Run(sandbox);

        Assert.Equal(0, code);
        Assert.Contains("not open at the commit that was measured", output, StringComparison.Ordinal);
        Assert.Null(sandbox.Comment);
    }

    [Fact]
    public void Script_PageTooLarge_IsRefused()
    {
        using var sandbox = Make(new string('x', 60_001));

        Assert.Equal(1, Run(sandbox).ExitCode);
        Assert.Null(sandbox.Comment);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00 })]
    [InlineData(new byte[] { 0x1b, 0x5b, 0x6d })]
    [InlineData(new byte[] { 0xff, 0xfe, 0x61 })]
    public void Script_PageThatIsNoText_IsRefused(byte[] page)
    {
        using var sandbox = Make(page, "7");

        Assert.Equal(1, Run(sandbox).ExitCode);
        Assert.Null(sandbox.Comment);
    }

    [Theory]
    [InlineData("""{"artifacts": []}""", 0)]
    [InlineData("""{"artifacts": [{"id": 1, "name": "gate", "expired": true, "size_in_bytes": 9}]}""", 0)]
    [InlineData("""{"artifacts": [{"id": 1, "name": "gate", "expired": false, "size_in_bytes": 5000001}]}""", 1)]
    [InlineData("""{"artifacts": [{"id": 1, "name": "gate", "expired": false, "size_in_bytes": 9}, {"id": 2, "name": "gate", "expired": false, "size_in_bytes": 9}]}""", 1)]
    public void Script_NoArchiveToTake_TakesNone(string artifacts, int expected)
    {
        using var sandbox = Make("page");
        sandbox.Answer("artifacts.json", artifacts);

        Assert.Equal(expected, Run(sandbox).ExitCode);
        Assert.DoesNotContain(sandbox.Calls, call => call.EndsWith("/zip", StringComparison.Ordinal));
        Assert.Null(sandbox.Comment);
    }

    [Fact]
    public void Script_ArchiveWithoutPage_IsNoComment()
    {
        ScriptSandbox.SkipWhereAbsent("git", "jq", "unzip");
        using var sandbox = new ScriptSandbox();
        AnswerWith(sandbox, []);
        Asked(sandbox);

        Assert.Equal(0, Run(sandbox).ExitCode);
        Assert.Null(sandbox.Comment);
    }

    internal static void Answer(ScriptSandbox sandbox, string page) =>
        AnswerWith(sandbox, new() { ["comment.md"] = Encoding.UTF8.GetBytes(page) });

    private static void AnswerWith(ScriptSandbox sandbox, Dictionary<string, byte[]> files, string number = "7\n")
    {
        sandbox.Answer("artifacts.json", """{"artifacts": [{"id": 11, "name": "gate", "expired": false, "size_in_bytes": 400}]}""");
        sandbox.Answer("pull.json", """{"state": "open", "head": {"sha": "abc", "repo": {"id": 9}}}""");
        sandbox.Answer("comments.json", "[]");
        files["pull-request"] = Encoding.UTF8.GetBytes(number);
        sandbox.AnswerWithArchive(files);
    }

    private static ScriptSandbox Make(string page, string number = "7\n") => Make(Encoding.UTF8.GetBytes(page), number);

    private static ScriptSandbox Make(byte[] page, string number)
    {
        ScriptSandbox.SkipWhereAbsent("git", "jq", "unzip");
        var sandbox = new ScriptSandbox();
        AnswerWith(sandbox, new() { ["comment.md"] = page }, number);
        Asked(sandbox);
        return sandbox;
    }

    private static void Asked(ScriptSandbox sandbox)
    {
        sandbox["REPOSITORY"] = "owner/name";
        sandbox["RUN_ID"] = "5";
        sandbox["HEAD_SHA"] = "abc";
        sandbox["HEAD_REPOSITORY_ID"] = "9";
    }

    private static (int ExitCode, string Output) Run(ScriptSandbox sandbox) => sandbox.Run(".ci/gate-comment");
}
