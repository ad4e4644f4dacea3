using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace KeyedState.Results;

/// <summary>
/// Keeps a results folder for one program at a time. Two that measured at once would disturb each other's figures, and
/// two that wrote would mix their pages. It is a lock of the system on an open file, so it ends with its holder however that
/// ends; the file stays, and whether it exists says nothing.
/// </summary>
public sealed class ResultsLock : IDisposable
{
    private const int LongestHolder = 300;

    // A file held by someone else: two codes of Windows, then EWOULDBLOCK of Linux and of macOS.
    private static readonly int[] Held = [unchecked((int)0x80070020), unchecked((int)0x80070021), 11, 35];

    private readonly FileStream stream;
    private readonly string holderPath;

    private ResultsLock(FileStream stream, string holderPath) => (this.stream, this.holderPath) = (stream, holderPath);

    /// <summary>Takes the folder, which is created when it is missing.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="command">What takes it, such as "run --suite smoke", for whoever finds it taken.</param>
    /// <exception cref="IOException">Somebody has it, who is named, or the folder cannot be written. The message is one line.</exception>
    public static ResultsLock Take(ResultsFolder results, string command)
    {
        // The holder's name stands beside the lock, since a locked file cannot be read everywhere.
        var holderPath = Path.Combine(results.Root, ".lock-holder");
        FileStream? stream = null;
        try
        {
            Directory.CreateDirectory(results.Root);
            stream = new FileStream(Path.Combine(results.Root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holderPath, Describe(command));
            return new(stream, holderPath);
        }
        catch (IOException error) when (Held.Contains(error.HResult))
        {
            stream?.Dispose();
            throw new IOException($"{PlainText.OneLine(results.Root)} is in use by {HolderOf(holderPath)}: wait for it to end, or stop it.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            throw new IOException(
                $"{PlainText.OneLine(results.Root)} cannot be written ({PlainText.OneLine(error.Message)}): it must be a folder with room that this user may write to.", error);
        }
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose()
    {
        try
        {
            // While the lock is still held: a moment later the name could be the next holder's.
            File.Delete(holderPath);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A name without a lock is never shown.
        }

        stream.Dispose();
    }

    private static string Describe(string command)
    {
        using var self = Process.GetCurrentProcess();
        var since = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return PlainText.OneLine($"process {self.Id} on {Environment.MachineName} since {since} UTC ({command})", LongestHolder);
    }

    private static string HolderOf(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            var start = new char[LongestHolder];
            var name = PlainText.OneLine(new string(start, 0, reader.ReadBlock(start))).Trim();
            return name.Length == 0 ? "another process" : name;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
