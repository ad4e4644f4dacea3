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

    /// <summary>Reads a record back.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is no record of this version.</exception>
    public static GateRecord Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<GateRecord>(File.ReadAllText(path), RunFormat.Options) is { Schema: GateRecord.CurrentSchema } record
                ? record
                : throw new FormatException($"{path} is no record of this gate's version.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"{path} is no record of a gate.", error);
        }
    }
}
