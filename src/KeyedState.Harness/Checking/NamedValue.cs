namespace KeyedState.Harness;

/// <summary>A value that says which write it comes from, packed into the <see cref="int"/> that a state stores.</summary>
/// <param name="Key">The key that it was written to, from 0.</param>
/// <param name="Writer">Who wrote it, from 0.</param>
/// <param name="Sequence">The writer's own count of its writes, from 1; 0 stands for no write at all.</param>
internal readonly record struct NamedValue(int Key, int Writer, int Sequence)
{
    /// <summary>Packs the value; never 0, which is what an unwritten key reads.</summary>
    public int Pack(int keys, int writers) => (((Sequence * writers) + Writer) * keys) + Key;

    /// <summary>Unpacks what was read. A number that no write can have packed has a sequence below 1.</summary>
    public static NamedValue Unpack(int read, int keys, int writers) =>
        read < 0 ? default : new(read % keys, read / keys % writers, read / keys / writers);
}
