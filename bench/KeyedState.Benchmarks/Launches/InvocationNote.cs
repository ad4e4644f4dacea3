namespace KeyedState.Benchmarks.Launches;

/// <summary>One invocation: when the roles ended, in nanoseconds from the release, and what the process's counters moved by.</summary>
internal sealed record InvocationNote(double ReadersEnd, double WritersEnd, ProcessCounters Counted)
{
    public static InvocationNote Read(BinaryReader reader) => new(
        reader.ReadDouble(),
        reader.ReadDouble(),
        new(reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64()));

    public void Write(BinaryWriter writer)
    {
        writer.Write(ReadersEnd);
        writer.Write(WritersEnd);
        writer.Write(Counted.AllocatedBytes);
        writer.Write(Counted.Gen0);
        writer.Write(Counted.Gen1);
        writer.Write(Counted.Gen2);
        writer.Write(Counted.CompletedWorkItems);
        writer.Write(Counted.LockContentions);
    }
}
