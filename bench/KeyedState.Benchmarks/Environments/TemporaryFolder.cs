using IoPath = System.IO.Path;

namespace KeyedState.Benchmarks.Environments;

/// <summary>
/// A folder in the system's temporary one, for as long as it is needed. A program that is killed leaves it behind, and the next that
/// makes one removes it: a file beside it is locked for as long as its owner lives.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "keyed-state-";
    private const string LockSuffix = ".lock";

    // Longer than any build that a killed program leaves running, which may write into the folder once more after it was removed.
    private static readonly TimeSpan Watched = TimeSpan.FromHours(1);

    private readonly FileStream alive;

    private TemporaryFolder(string path, FileStream alive) => (Path, this.alive) = (path, alive);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes an empty one, and removes those whose owners are gone.</summary>
    /// <param name="purpose">What it is for, a word of its name.</param>
    /// <exception cref="IOException">There is no room, or the temporary folder may not be written to.</exception>
    public static TemporaryFolder Create(string purpose) => Create(IoPath.GetTempPath(), purpose);

    /// <summary>Makes an empty one in a folder, and removes those in it whose owners are gone.</summary>
    public static TemporaryFolder Create(string root, string purpose)
    {
        Sweep(root);
        var path = IoPath.Combine(root, $"{Prefix}{purpose}-{IoPath.GetRandomFileName()}");
        var alive = new FileStream(path + LockSuffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        try
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path)
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch
        {
            alive.Dispose();
            File.Delete(path + LockSuffix);
            throw;
        }

        return new TemporaryFolder(path, alive);
    }

    /// <summary>Removes it, as far as that can be done now; the next that is made removes the rest.</summary>
    public void Dispose()
    {
        var gone = Removed(Path);
        alive.Dispose();
        if (gone)
        {
            Forget(Path + LockSuffix);
        }
    }

    private static void Sweep(string root)
    {
        foreach (var file in Directory.EnumerateFiles(root, Prefix + "*" + LockSuffix))
        {
            var folder = file[..^LockSuffix.Length];
            try
            {
                using var mine = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                if (Directory.Exists(folder))
                {
                    Removed(folder);
                    File.SetLastWriteTimeUtc(mine.SafeFileHandle, DateTime.UtcNow);
                    continue;
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Its owner is alive, or is another user.
                continue;
            }

            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Watched)
            {
                Forget(file);
            }
        }
    }

    /// <returns>Whether it is gone.</returns>
    private static bool Removed(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file in it.
            return false;
        }
    }

    private static void Forget(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another program is just looking at it, and removes it.
        }
    }
}
