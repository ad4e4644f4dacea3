namespace KeyedState.Verification;

/// <summary>
/// Deals operations into groups within which their order is looked for. What a key's plain write and the changes that follow from it made
/// stays together, so each such run of values, its segment, is a group. All operations on keys without plain writes are one group.
/// </summary>
internal sealed class Segments
{
    /// <summary>The group of an operation that is left out.</summary>
    public const int LeftOut = -1;

    private const int Unknown = 0;
    private const int UnderWay = -1;

    private readonly Access[] accesses;
    private readonly VersionTable versions;
    private readonly int[] groupOf;
    private readonly int[] groupOfMaker;
    private readonly Dictionary<int, int> groupOfInitial = [];
    private readonly HashSet<int> plainKeys;
    private readonly List<int> walked = [];

    /// <summary>Deals the operations.</summary>
    /// <param name="history">The history.</param>
    /// <param name="accesses">Its accesses.</param>
    /// <param name="versions">Their versions.</param>
    public Segments(CompoundHistory history, Access[] accesses, VersionTable versions)
    {
        this.accesses = accesses;
        this.versions = versions;
        plainKeys = [.. accesses.Where(access => access.Kind == AccessKind.Writes).Select(access => access.Key)];
        groupOf = new int[history.Count];
        Array.Fill(groupOf, LeftOut);
        if (plainKeys.Count == 0)
        {
            foreach (ref readonly var access in accesses.AsSpan())
            {
                groupOf[access.Operation] = 0;
            }

            groupOfMaker = [];
            return;
        }

        groupOfMaker = new int[accesses.Length];
        for (var access = 0; access < accesses.Length; access++)
        {
            var isPlain = plainKeys.Contains(accesses[access].Key);
            var operation = accesses[access].Operation;
            MixesPlainAndSeveral |= isPlain && history[operation].IsOnSeveralKeys;
            groupOf[operation] = isPlain ? GroupOf(access) : 0;
        }
    }

    /// <summary>Whether an operation on several keys touches one that has plain writes. Groups say nothing then.</summary>
    public bool MixesPlainAndSeveral { get; }

    /// <summary>How many groups there are.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>Whether a key has plain writes.</summary>
    public bool IsPlain(int key) => plainKeys.Contains(key);

    /// <summary>The group of an operation; <see cref="LeftOut"/> when it is in none.</summary>
    public int this[int operation] => groupOf[operation];

    /// <summary>Whether a group is the segment of a key's value from the start.</summary>
    public bool IsInitial(int key, int group) => groupOfInitial.TryGetValue(key, out var initial) && initial == group;

    private int GroupOf(int access)
    {
        walked.Clear();
        var group = Unknown;
        var next = accesses[access].Finds ? versions.MakerOf(access) : access;
        while (group == Unknown)
        {
            if (next == VersionTable.Initial)
            {
                group = Initial(accesses[access].Key);
            }
            else if (groupOfMaker[next] is not Unknown and var known)
            {
                // Values that follow from each other in a circle have no plain write; the circle is found among the operations.
                group = known == UnderWay ? Count++ : known;
            }
            else
            {
                walked.Add(next);
                groupOfMaker[next] = UnderWay;
                group = accesses[next].Finds ? Unknown : Count++;
                next = versions.MakerOf(next);
            }
        }

        foreach (var maker in walked)
        {
            groupOfMaker[maker] = group;
        }

        return group;
    }

    private int Initial(int key)
    {
        if (!groupOfInitial.TryGetValue(key, out var group))
        {
            groupOfInitial[key] = group = Count++;
        }

        return group;
    }
}
