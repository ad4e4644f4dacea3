using KeyedState.Results;

namespace KeyedState.Benchmarks.Launches;

/// <summary>A launch's note in the file in which the suite looks for it.</summary>
internal static class NoteFile
{
    public static void Write(string path, LaunchNote note) => File.WriteAllBytes(path, note.ToBytes());

    /// <summary>Reads what <see cref="Write"/> wrote; null if there is no such file or it is damaged.</summary>
    public static LaunchNote? Read(string path)
    {
        try
        {
            return LaunchNote.Read(File.ReadAllBytes(path));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
