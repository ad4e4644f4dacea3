namespace KeyedState.Verification;

/// <summary>Who does what with a state that offers more than reads and writes, and how the callers meet.</summary>
/// <remarks>
/// Unless values are to recur, each key's are all different. Where there are transfers, the first half of the keys only gives and begins
/// with what it has to give. The others only grow: what is added to them is 1 or more, and each plain write is further from the others
/// than all that is added in between.
/// </remarks>
/// <param name="Name">What is special about it, in a few words.</param>
/// <param name="Workers">How many callers there are at once; 1 or more.</param>
/// <param name="Keys">How many keys they use; 2 or more.</param>
/// <param name="OperationsPerWorker">How many operations each caller makes; 1 or more.</param>
public sealed record CompoundPattern(string Name, int Workers, int Keys, int OperationsPerWorker)
{
    /// <summary>How many of a hundred operations are adds.</summary>
    public int AddPercent { get; init; }

    /// <summary>How many of a hundred operations are transfers.</summary>
    public int TransferPercent { get; init; }

    /// <summary>How many of a hundred operations are snapshots.</summary>
    public int SnapshotPercent { get; init; }

    /// <summary>How many of a hundred operations are exclusive updates.</summary>
    public int UpdatePercent { get; init; }

    /// <summary>How many of a hundred operations are plain writes. None where there are operations on several keys, unless values recur.</summary>
    public int WritePercent { get; init; }

    /// <summary>What each key that gives holds at first.</summary>
    public int Opening { get; init; }

    /// <summary>How many operations a caller makes until all callers wait for each other and begin anew together; all of them by default.</summary>
    public int BurstLength { get; init; } = OperationsPerWorker;

    /// <summary>How many operations a caller makes on average until it gives way to others, though all are answered at once; 1 or more.</summary>
    public int RunLength { get; init; } = 8;

    /// <summary>How many operations a caller has under way before it takes the answer of the oldest; 1 or more.</summary>
    public int UnderWay { get; init; } = 1;

    /// <summary>Whether each caller is a thread of its own that blocks until it is answered, and not a task.</summary>
    public bool BlocksThreads { get; init; }

    /// <summary>How many operations a caller makes until it goes on to the next key that gives; 0 to take one at random each time.</summary>
    public int OperationsPerGiver { get; init; }

    /// <summary>Whether values are few and come again, so that whoever takes an equal value for an unchanged one is found out.</summary>
    public bool ValuesRecur { get; init; }

    /// <summary>The operations of all callers.</summary>
    public int Operations => Workers * OperationsPerWorker;

    /// <summary>How many of the keys give; they come first.</summary>
    internal int Givers => TransferPercent > 0 && !ValuesRecur ? Keys / 2 : 0;

    /// <summary>What a key holds at first.</summary>
    /// <param name="number">The key's number, from 0.</param>
    internal int OpeningOf(int number) => ValuesRecur || number < Givers ? Opening : 0;
}
