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
    /// <exception cref="IOException">The disk is full, or the file is held by someone.</exception>
    public static void Write(string path, string text)
    {
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var beside = whole + ".tmp";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(WithoutMark.GetBytes(text));

            // Without the flush a crash of the system could leave the new name on an empty file.
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, whole, overwrite: true);
    }
}
