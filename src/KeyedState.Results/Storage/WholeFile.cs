using System.Text;

namespace KeyedState.Results;

/// <summary>Writes a file so that whoever opens it finds the old content or the new, never a part.</summary>
public static class WholeFile
{
    // Where Linux shows the files that processes have open.
    private const string OpenFiles = "/proc/";

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes <paramref name="text"/> as UTF-8 to a temporary file beside <paramref name="path"/>, flushes it to the
    /// disk, and renames it over. Creates the folder when it is missing. The file keeps its permissions. A symbolic link is
    /// followed and stays a link. A device or a pipe is written to, and so is a file that is empty.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="text">All of its content.</param>
    /// <exception cref="IOException">
    /// The disk is full, the folder is no folder or not writable, or the file is held by someone. The old content is
    /// then untouched, nothing lies beside it, and the message is one line that says what to do.
    /// </exception>
    public static void Write(string path, string text)
    {
        var bytes = WithoutMark.GetBytes(text);
        try
        {
            var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
            if (HasNothingToLose(target))
            {
                WriteInto(path, bytes);
            }
            else
            {
                Replace(target, bytes);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                PlainText.OneLine($"{path} cannot be written ({error.Message.TrimEnd('.')}): see that its folder may be written to and that the disk has room."), error);
        }
    }

    // .NET tells a device or a pipe from a file by its missing length alone, and an empty file has none either. What /dev/stdout
    // leads to has no name that could be replaced.
    private static bool HasNothingToLose(string target) =>
        new FileInfo(target) is { Exists: true, Length: 0 } || target.StartsWith(OpenFiles, StringComparison.Ordinal);

    private static void WriteInto(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        try
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException) when (stream.CanSeek)
        {
            // An empty file is what was there before.
            stream.SetLength(0);
            throw;
        }
    }

    private static void Replace(string whole, byte[] bytes)
    {
        var beside = whole + ".tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);

                // Without the flush a crash of the system could leave the new name on an empty file.
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(whole))
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(whole));
            }

            File.Move(beside, whole, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
            throw;
        }
    }

    private static void Remove(string beside)
    {
        try
        {
            File.Delete(beside);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What could not be written cannot always be removed, and the first error is the one to tell.
        }
    }
}
