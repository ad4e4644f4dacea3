using System.Runtime.CompilerServices;

namespace KeyedState.Tests.Reports;

/// <summary>Output that was looked at once and must stay as it was.</summary>
internal static class GoldenFile
{
    /// <summary>
    /// Compares, or writes the file when UPDATE_GOLDEN is 1. A build server, which sets CI, never writes: it would
    /// only confirm itself.
    /// </summary>
    public static void Matches(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1" && Environment.GetEnvironmentVariable("CI") is null or "")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing: write it with UPDATE_GOLDEN=1 and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
