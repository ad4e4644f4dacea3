using System.Globalization;

namespace KeyedState.Stores;

/// <summary>The PostgreSQL server that is installed on this machine.</summary>
internal static class PostgresInstallation
{
    /// <summary>The server's program.</summary>
    public const string Server = "postgres";

    /// <summary>The program that makes the folder of a server.</summary>
    public const string Initializer = "initdb";

    /// <summary>The user as whom the server runs where the suite runs as root, which the server refuses to.</summary>
    public const string User = "postgres";

    // Where Debian has a folder for each version, none of which is on the path.
    private const string Versions = "/usr/lib/postgresql";

    private const string Users = "/etc/passwd";

    /// <summary>The folder of its programs: one of the path, or else that of the newest version.</summary>
    /// <param name="path">The folders in which programs are sought, as the variable PATH has them.</param>
    /// <param name="versions">The folder with a folder for each version.</param>
    /// <returns>The folder; null where it is in neither.</returns>
    public static string? Find(string path, string versions = Versions)
    {
        var newestFirst = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).OrderByDescending(Number).Select(version => Path.Combine(version, "bin"))
            : [];
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(newestFirst).FirstOrDefault(HasBoth);
    }

    /// <summary>Why it can't run although it is installed; null where it can.</summary>
    public static string? WhyNot { get; } =
        !Environment.IsPrivilegedProcess || OperatingSystem.IsWindows() ? null
        : StoreAbsence.Find("setpriv") is null ? $"{Server} refuses to run as root, and there is no setpriv, which could run it as another user: run the suite as a user who is not root."
        : !HasUser(User) ? $"{Server} refuses to run as root, and there is no user {User} whom it could run as: run the suite as a user who is not root."
        : null;

    private static bool HasBoth(string folder) => StoreAbsence.Find(Server, folder) is not null && StoreAbsence.Find(Initializer, folder) is not null;

    private static double Number(string version) =>
        double.TryParse(Path.GetFileName(version), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool HasUser(string name) =>
        File.Exists(Users) && File.ReadLines(Users).Any(line => line.StartsWith($"{name}:", StringComparison.Ordinal));
}
