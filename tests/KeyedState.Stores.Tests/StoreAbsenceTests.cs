namespace KeyedState.Stores.Tests;

public sealed class StoreAbsenceTests
{
    [Fact]
    public void Of_ProgramThatIsNotInstalled_SaysHowToInstallIt()
    {
        var because = StoreAbsence.Of(typeof(RedisState), path: "") ?? "nothing is missing";

        Assert.StartsWith("redis-server is not installed. Debian: sudo apt-get install redis-server. macOS: brew install redis. Windows: ", because, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', because);
    }

    [Fact]
    public void Of_StateThatNeedsNoProgram_IsNull() => Assert.Null(StoreAbsence.Of(typeof(GarnetState), path: ""));

    [Fact]
    public void Of_ProgramInAFolderOfThePath_IsNull()
    {
        var folder = Directory.CreateTempSubdirectory("stores-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, OperatingSystem.IsWindows() ? "redis-server.exe" : "redis-server"), "");

            Assert.Null(StoreAbsence.Of(typeof(RedisState), $"{Path.GetTempPath()}{Path.PathSeparator}{folder}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Find_PostgresOfSeveralVersions_IsTheNewestWithBothPrograms()
    {
        var versions = Directory.CreateTempSubdirectory("stores-").FullName;
        try
        {
            foreach (var version in new[] { "9.6", "15", "16", "17" })
            {
                Install(Path.Combine(versions, version, "bin"), hasInitializer: version != "17");
            }

            Assert.Equal(Path.Combine(versions, "16", "bin"), PostgresInstallation.Find(path: "", versions));
            Assert.Equal(Path.Combine(versions, "9.6", "bin"), PostgresInstallation.Find(Path.Combine(versions, "9.6", "bin"), versions));
            Assert.Null(PostgresInstallation.Find(path: "", Path.Combine(versions, "none")));
        }
        finally
        {
            Directory.Delete(versions, recursive: true);
        }
    }

    private static void Install(string folder, bool hasInitializer)
    {
        Directory.CreateDirectory(folder);
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        File.WriteAllText(Path.Combine(folder, PostgresInstallation.Server + extension), "");
        if (hasInitializer)
        {
            File.WriteAllText(Path.Combine(folder, PostgresInstallation.Initializer + extension), "");
        }
    }
}
