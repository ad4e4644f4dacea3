using System.Text;

namespace KeyedState.Results;

/// <summary>Writes a file so that whoever opens it finds the old content or the new, never a part.</summary>
public static class WholeFile
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes <paramref name="text"/> as UTF-8 to a temporary file beside <paramref name="path"/>, flushes it to the
    /// disk, and renames it over. Creates the folder when it is missing.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="text">All of its content.</param>
    /// <exception cref="IOException">
    /// The disk is full, the folder is no folder or not writable, or the file is held by someone. The old content is
    /// then untouched, nothing lies beside it, and the message is one line that says what to do.
    /// </exception>
    public static void Write(string path, string text)
    {
        var whole = Path.GetFullPath(path);
        var beside = whole + ".tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(WithoutMark.GetBytes(text));

                // Without the flush a crash of the system could leave the new name on an empty file.
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, whole, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
            throw new IOException(
                PlainText.OneLine($"{path} cannot be written ({error.Message.TrimEnd('.')}): see that its folder may be written to and that the disk has room."), error);
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
