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

    /// <summary>The service must find nothing in it to act on under the bot's name. ¤ stands for a word joiner, which nobody sees.</summary>
    [Theory]
    [InlineData("owner/repo#1, #22, \\#3 and ##4", "owner/repo#¤1, #¤22, \\#¤3 and ##¤4")]
    [InlineData("GH-1, gh\\-2, PROJ-77, GHSA-abcd", "GH-¤1, gh\\-¤2, PROJ-¤77, GHSA¤-abcd")]
    [InlineData("@me, owner/repo@abc, a@b.org", "@¤me, owner/repo@¤abc, a@¤b.org")]
    [InlineData("http://a.org HTTPS:\\//a.org www.a.org", "http:¤//a.org HTTPS:¤\\//a.org ww¤w.a.org")]
    [InlineData("![i](//a.org/i.png) [t](u) [a][b]", "![i]¤(//a.org/i.png) [t]¤(u) [a]¤[b]¤")]
    [InlineData("[b]: //a.org", "[b]¤: //a.org")]
    [InlineData("<img src=x> <!-- --> <a href=x>y</a> <//a.org>", "<¤img src=x> <¤!-- --> <¤a href=x>y<¤/a> <¤//a.org>")]
    [InlineData("&#35;1 &#x40;me &commat;me &amp;#35;1", "&¤#¤35;1 &¤#¤x40;me &¤commat;me &amp;#¤35;1")]
    [InlineData("0123456789abcdef0123456789abcdef01234567 89ABCDE", "012345¤6789ab¤cdef01¤234567¤89abcd¤ef0123¤4567 89ABCD¤E")]
    public void Script_PageThatRefersToSomething_IsNeutral(string page, string expected)
    {
        using var sandbox = Make(page);

        Assert.Equal(0, Run(sandbox).ExitCode);

        Assert.Equal(Marker + expected, sandbox.Comment!.Replace('\u2060', '¤'));
    }

    [Theory]
    [InlineData("gate-regression.md")]
    [InlineData("gate-blind.md")]
    public void Script_PageOfTheGate_LooksAsItDid(string golden)
    {
        var page = File.ReadAllText(RepositoryFolder.At("tests", "KeyedState.Tests", "Reports", "Golden", golden));
        using var sandbox = Make(page);

        Assert.Equal(0, Run(sandbox).ExitCode);

        Assert.Equal(Marker + page, sandbox.Comment!.Replace("\u2060", string.Empty, StringComparison.Ordinal));
        Assert.All(
            page.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal) || line.StartsWith("| :--", StringComparison.Ordinal) || line.StartsWith("<details>", StringComparison.Ordinal)),
            line => Assert.Contains(line, sandbox.Comment, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\u202Eodd")]
    [InlineData("odd\u2067")]
    public void Script_PageThatTurnsTheReadingDirection_IsRefused(string page)
    {
        using var sandbox = Make(page);

        Assert.Equal(1, Run(sandbox).ExitCode);
        Assert.Null(sandbox.Comment);
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

    /// <summary>The service would refuse it: each sign has a joiner behind it, so that the comment is longer than the page.</summary>
    [Fact]
    public void Script_PageThatGrowsTooLarge_IsRefused()
    {
        using var sandbox = Make(new string('@', 20_000));

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
