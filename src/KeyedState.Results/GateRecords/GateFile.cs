using System.Text.Json;

namespace KeyedState.Results;

/// <summary>A gate's record as a file.</summary>
public static class GateFile
{
    /// <summary>Writes a record whole or not at all.</summary>
    /// <param name="record">The record.</param>
    /// <param name="path">The file, which is replaced when it exists.</param>
    public static void Save(GateRecord record, string path) =>
        WholeFile.Write(path, JsonSerializer.Serialize(record, RunFormat.Options) + "\n");
}
