namespace KeyedState.Benchmarks.Environments;

/// <summary>
/// Which environment variables a build of the suite's own gets. MSBuild takes every variable for a property, so that one named VERSION or
/// Platform, which is there for something else, changes what is built or breaks it.
/// </summary>
internal static class BuildVariables
{
    // What a build needs of its user and its machine and what has no underscore in its name.
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALLUSERSPROFILE", "APPDATA", "CommonProgramFiles", "CommonProgramW6432", "ComSpec", "HOME", "HOMEDRIVE", "HOMEPATH", "KRB5CCNAME", "LANG", "LANGUAGE",
        "LOCALAPPDATA", "LOGNAME", "OS", "PATH", "PATHEXT", "ProgramData", "ProgramFiles", "ProgramW6432", "PUBLIC", "SystemDrive", "SystemRoot", "TEMP", "TMP",
        "TMPDIR", "TZ", "USER", "USERDOMAIN", "USERNAME", "USERPROFILE", "windir",
    };

    /// <summary>The names of this program's variables that a build does not get.</summary>
    public static IReadOnlyList<string> Dropped { get; } = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => !IsKept(name))];

    /// <summary>Whether a build gets a variable.</summary>
    /// <param name="name">Its name.</param>
    public static bool IsKept(string name) => Kept.Contains(name) || !MayBeAProperty(name);

    /// <summary>Takes out of an environment what a build would take for its own properties.</summary>
    /// <param name="environment">The environment of a build to be.</param>
    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => !IsKept(name)).ToArray())
        {
            environment.Remove(name);
        }
    }

    // The properties of the SDK are words without a break, or begin with an underscore. Names such as NUGET_PACKAGES, DOTNET_ROOT or a
    // feed's password have one within, and a restore may need them.
    private static bool MayBeAProperty(string name) => name.StartsWith('_') || name.All(char.IsAsciiLetterOrDigit);
}
