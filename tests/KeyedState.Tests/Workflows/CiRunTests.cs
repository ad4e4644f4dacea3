namespace KeyedState.Tests.Workflows;

/// <summary>What <c>.ci/run</c> makes of how its checks end.</summary>
public sealed class CiRunTests
{
    /// <summary>A gate that never sees, or that alarms for nothing, does not pass for one that judges.</summary>
    [Theory]
    [InlineData("0", "1", 0)]
    [InlineData("3", "1", 0)]
    [InlineData("1", "1", 1)]
    [InlineData("0", "0", 1)]
    [InlineData("3", "3", 1)]
    public void CiRun_GateThatIsBlind_Fails(string gate, string planted, int expected)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["GATE_EXIT"] = gate;
        sandbox["PLANTED_EXIT"] = planted;

        var (code, output) = sandbox.Run(".ci/run");

        Assert.True(code == expected, output);
    }

    /// <summary>A state that fails while it is measured ends the gate as a slower one does.</summary>
    [Fact]
    public void CiRun_GateThatEndsAsIfItSaw_Fails()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["PLANTED_PAGE"] = """| `Lock` | one core | **slower** | +48.0 %% |\n| `LeaseOwner` | one core | **FAILED** | - |\n""";

        var (code, output) = sandbox.Run(".ci/run");

        Assert.Equal(1, code);
        Assert.Contains("FAILED: the gate finds a slowdown of 50 %", output, StringComparison.Ordinal);
    }

    /// <summary>What the command prints is in the user's language, here German; its files are not. Two programs write one each.</summary>
    [Theory]
    [InlineData("2 0", 0, "11 passed, 0 failed")]
    [InlineData("7 1", 1, "21 passed, 2 failed")]
    [InlineData("", 1, "6 passed, 1 failed")]
    public void CiRun_Tests_AreCountedFromTheirFiles(string tests, int expected, string total)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["TESTS"] = tests;

        var (code, output) = sandbox.Run(".ci/run");

        Assert.Equal(expected, code);
        Assert.Equal(total, output.TrimEnd().Split('\n')[^1]);
        Assert.Contains(sandbox.Calls, call => call.StartsWith("dotnet test -c Release --solution Benchmarks.sln ", StringComparison.Ordinal));
    }

    /// <summary>Of a long output mostly the end is looked at.</summary>
    [Fact]
    public void CiRun_TestsFail_EndsWithTheirNamesAndMessages()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["TESTS"] = "7 1";

        var (_, output) = sandbox.Run(".ci/run");

        Assert.Equal(
            ["""FAILED: Bad(\"a\"): It is \"b\".""", """FAILED: Bad(\"a\"): It is \"b\".""", "21 passed, 2 failed"],
            output.TrimEnd().Split('\n')[^3..]);
    }

    /// <summary>A test program that could not write its file whole would else be missing from the total without a word.</summary>
    [Fact]
    public void CiRun_FileOfATestProgramIsHalfWritten_Fails()
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        sandbox["HALF_WRITTEN"] = "true";

        var (code, output) = sandbox.Run(".ci/run");

        Assert.Equal(1, code);
        Assert.Contains("The test run ended without a count.", output, StringComparison.Ordinal);
    }

    /// <summary>Nobody's machine is changed unasked, nor by who can't.</summary>
    [Theory]
    [InlineData("", "0", 0)]
    [InlineData("", "1000", 0)]
    [InlineData("1", "1000", 1)]
    public void CiRun_NotAskedToInstallOrNotRoot_InstallsNothing(string asked, string user, int expected)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        (sandbox["INSTALL_SERVERS"], sandbox["USER_ID"]) = (asked, user);

        var (code, output) = sandbox.Run(".ci/run");

        Assert.Equal(expected, code);
        Assert.Equal(expected != 0, output.Contains("INSTALL_SERVERS is set, but only root can install", StringComparison.Ordinal));
        Assert.DoesNotContain(sandbox.Calls, call => call.StartsWith("apt-get", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("true", 3)]
    public void CiRun_AskedToInstallAsRoot_InstallsTheServersFirst(string listsAreOld, int calls)
    {
        ScriptSandbox.SkipWhereAbsent("git");
        using var sandbox = new ScriptSandbox();
        (sandbox["INSTALL_SERVERS"], sandbox["USER_ID"], sandbox["APT_LISTS_ARE_OLD"]) = ("1", "0", listsAreOld);

        var (code, output) = sandbox.Run(".ci/run");

        Assert.True(code == 0, output);
        Assert.Equal("apt-get install -y --no-install-recommends redis-server postgresql", sandbox.Calls[calls - 1]);
        Assert.Equal("dotnet build Benchmarks.sln -c Release -warnaserror", sandbox.Calls[calls]);
    }
}
