using System.Text;

namespace KeyedState.Results;

/// <summary>Writes a file so that whoever opens it finds the old content or the new, never a part.</summary>
public static class WholeFile
{
    // No file of the user's has such a name; one with a plain .tmp may.
    private const string Beside = ".keyed-state.tmp";

    // Where Linux shows the files that processes have open.
    private static readonly string[] OpenFiles = ["/proc/", "/dev/fd/"];

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes <paramref name="text"/> as UTF-8 to a temporary file beside <paramref name="path"/>, flushes it to the
    /// disk, and renames it over. Creates the folder when it is missing. The file keeps its permissions. A symbolic link is
    /// followed and stays a link. A device or a pipe is written to, and so is a file that is empty. What a process has open and
    /// is named as that, such as /dev/stdout, gets the text at its end.
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
            // A link to a folder too: what is renamed over it would take its place.
            var target = (File.Exists(path) || Directory.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
            if (new FileInfo(target) is { Exists: true, Length: 0 } || IsOpenFile(path))
            {
                Append(path, bytes);
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

    // A pipe that /dev/stdout leads to has no name that could be replaced, and a file would lose what the shell's >> is to keep.
    private static bool IsOpenFile(string path)
    {
        for (var next = Path.GetFullPath(path); next is not null; next = File.ResolveLinkTarget(next, returnFinalTarget: false)?.FullName)
        {
            if (OpenFiles.Any(folder => next.StartsWith(folder, StringComparison.Ordinal)))
            {
                return true;
            }

            if (!File.Exists(next))
            {
                return false;
            }
        }

        return false;
    }

    // .NET tells a device or a pipe from a file by its missing length alone, and an empty file has none either.
    private static void Append(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var before = stream.CanSeek ? stream.Length : 0;
        try
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException) when (stream.CanSeek)
        {
            stream.SetLength(before);
            throw;
        }
    }

    private static void Replace(string whole, byte[] bytes)
    {
        var beside = whole + Beside;
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
