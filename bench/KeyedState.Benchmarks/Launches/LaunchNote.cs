namespace KeyedState.Benchmarks.Launches;

/// <summary>What a launch tells of itself beyond BenchmarkDotNet's measurements, in a file that the suite reads.</summary>
/// <remarks>
/// The file is binary and its order that of the members, since every launch compiles all that it runs: a JSON serializer
/// alone took a fifth of a launch on one core. Only the program that wrote a note reads it, so it has no version.
/// </remarks>
internal sealed record LaunchNote
{
    /// <summary>What ended the launch early, in one line; null when nothing did.</summary>
    public string? Error { get; init; }

    public double WarmupSeconds { get; init; }

    public bool CompilerQuiet { get; init; }

    public int ProcessorCount { get; init; }

    public IReadOnlyList<string> ThreadMasks { get; init; } = [];

    public int PeakPoolThreads { get; init; }

    /// <summary>Every invocation after the warm-up, in order: BenchmarkDotNet's own warm-up, the measured ones, the one for its diagnosers.</summary>
    public IReadOnlyList<InvocationNote> Invocations { get; init; } = [];

    /// <summary>Reads what <see cref="Write"/> wrote; null if there is no such file or it is damaged.</summary>
    public static LaunchNote? Read(string path)
    {
        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            return new LaunchNote
            {
                Error = reader.ReadBoolean() ? reader.ReadString() : null,
                WarmupSeconds = reader.ReadDouble(),
                CompilerQuiet = reader.ReadBoolean(),
                ProcessorCount = reader.ReadInt32(),
                ThreadMasks = ReadList(reader, static reader => reader.ReadString()),
                PeakPoolThreads = reader.ReadInt32(),
                Invocations = ReadList(reader, InvocationNote.Read),
            };
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            return null;
        }
    }

    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(Error is not null);
        if (Error is not null)
        {
            writer.Write(Error);
        }

        writer.Write(WarmupSeconds);
        writer.Write(CompilerQuiet);
        writer.Write(ProcessorCount);
        writer.Write(ThreadMasks.Count);
        foreach (var mask in ThreadMasks)
        {
            writer.Write(mask);
        }

        writer.Write(PeakPoolThreads);
        writer.Write(Invocations.Count);
        foreach (var invocation in Invocations)
        {
            invocation.Write(writer);
        }
    }

    private static List<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var list = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            list.Add(read(reader));
        }

        return list;
    }
}
