namespace KeyedState.Tests.Scripts;

/// <summary>
/// A program named <c>dotnet</c>, first on the path while it lives, that notes its arguments and ends with a
/// code of one's choice. The path is the whole process's, so no other test may run meanwhile.
/// </summary>
internal sealed class FakeDotnet : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fake-dotnet-");
    private readonly string? path = Environment.GetEnvironmentVariable("PATH");
    private readonly string notes;

    public FakeDotnet(int exitCode)
    {
        notes = Path.Combine(folder.FullName, "arguments");
        var program = Path.Combine(folder.FullName, "dotnet");
        File.WriteAllText(program, FormattableString.Invariant($"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{notes}'\nexit {exitCode}\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Environment.SetEnvironmentVariable("PATH", $"{folder.FullName}{Path.PathSeparator}{path}");
    }

    /// <summary>What it was called with; null if it was not.</summary>
    public string[]? Arguments => File.Exists(notes) ? File.ReadAllLines(notes) : null;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", path);
        folder.Delete(recursive: true);
    }
}
