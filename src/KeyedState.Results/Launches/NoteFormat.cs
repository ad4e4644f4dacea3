using System.Text;

namespace KeyedState.Results;

/// <summary>
/// A note as bytes, its members in their order. It is binary since every launch compiles all that it runs: a JSON
/// serializer alone took a fifth of a launch on one core.
/// </summary>
internal static class NoteFormat
{
    /// <summary>The first byte, so that what is no note is hardly taken for one.</summary>
    private const byte Version = 2;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a note.</summary>
    public static byte[] Write(LaunchNote note)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write(note.Error is not null);
        if (note.Error is not null)
        {
            writer.Write(note.Error);
        }

        writer.Write(note.WarmupSeconds);
        writer.Write(note.CompilerQuiet);
        writer.Write(note.ProcessorCount);
        writer.Write(note.ThreadMasks.Count);
        foreach (var mask in note.ThreadMasks)
        {
            writer.Write(mask);
        }

        writer.Write(note.PeakPoolThreads);
        writer.Write(note.Observations.Count);
        foreach (var observation in note.Observations)
        {
            writer.Write(observation.Metric);
            writer.Write(observation.Values.Count);
            foreach (var value in observation.Values)
            {
                writer.Write(value);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads a note; null when the bytes are no whole one. No list is made longer than the bytes that are left warrant.</summary>
    public static LaunchNote? Read(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Strict);
            var note = reader.ReadByte() == Version ? Read(reader) : null;
            return reader.BaseStream.Position == bytes.Length ? note : null;
        }
        catch (Exception error) when (error is IOException or FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static LaunchNote Read(BinaryReader reader) => new()
    {
        Error = reader.ReadBoolean() ? reader.ReadString() : null,
        WarmupSeconds = ReadNumber(reader),
        CompilerQuiet = reader.ReadBoolean(),
        ProcessorCount = reader.ReadInt32(),
        ThreadMasks = ReadList(reader, sizeof(byte), static reader => reader.ReadString()),
        PeakPoolThreads = reader.ReadInt32(),
        Observations = ReadList(reader, sizeof(byte) + sizeof(int), static reader => new Observation(
            reader.ReadString(), ReadList(reader, sizeof(double), ReadNumber))),
    };

    private static double ReadNumber(BinaryReader reader) =>
        reader.ReadDouble() is var number && double.IsFinite(number) ? number : throw new FormatException("no number");

    private static T[] ReadList<T>(BinaryReader reader, int leastSize, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > (reader.BaseStream.Length - reader.BaseStream.Position) / leastSize)
        {
            throw new FormatException("more entries than bytes");
        }

        var list = new T[count];
        for (var index = 0; index < count; index++)
        {
            list[index] = read(reader);
        }

        return list;
    }
}
