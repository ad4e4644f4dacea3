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
}
