using IoPath = System.IO.Path;

namespace KeyedState.Stores;

/// <summary>A folder in the system's temporary one that an engine has to itself.</summary>
/// <remarks>
/// A file beside it is locked for as long as its owner lives. Name and lock are those of the benchmark program's temporary folders,
/// which removes at its start the folders whose owners are gone: what a watcher leaves that was itself killed goes with them.
/// </remarks>
internal sealed class EngineFolder : IDisposable
{
    private const string Prefix = "keyed-state-engine-";
    private const string LockSuffix = ".lock";

    private readonly FileStream alive;

    private EngineFolder(string path, FileStream alive) => (Path, this.alive) = (path, alive);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes an empty one.</summary>
    /// <exception cref="IOException">There is no room, or the temporary folder may not be written to.</exception>
    public static EngineFolder Create()
    {
        var path = IoPath.Combine(IoPath.GetTempPath(), Prefix + IoPath.GetRandomFileName());
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

        return new EngineFolder(path, alive);
    }

    /// <summary>Removes it with its lock.</summary>
    public void Dispose()
    {
        alive.Dispose();
        Remove(Path);
    }

    /// <summary>Removes a folder with its lock, as far as that can be done; what is gone already is no error.</summary>
    /// <param name="path">The folder.</param>
    public static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            File.Delete(path + LockSuffix);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file in it. The lock stays beside it, by which the benchmark program finds it.
        }
    }
}
