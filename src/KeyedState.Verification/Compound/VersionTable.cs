namespace KeyedState.Verification;

/// <summary>Which access made the value that another found, and which put its own in the place of it.</summary>
internal sealed class VersionTable
{
    /// <summary>In place of an access: there is none, since the value was there at first.</summary>
    public const int Initial = -1;

    /// <summary>In place of an access: there is none.</summary>
    public const int None = -2;

    private readonly CompoundHistory history;
    private readonly Access[] accesses;
    private readonly long[] made;
    private readonly int[] makers;
    private readonly int[] makerOf;
    private readonly int[] nextOf;
    private readonly Dictionary<int, int> nextOfInitial = [];

    /// <summary>Reads the versions of every key.</summary>
    /// <param name="history">The history.</param>
    /// <param name="accesses">Its accesses.</param>
    public VersionTable(CompoundHistory history, Access[] accesses)
    {
        this.history = history;
        this.accesses = accesses;
        makers = [.. Enumerable.Range(0, accesses.Length).Where(access => accesses[access].Makes)];
        made = [.. makers.Select(access => Register(accesses[access].Key, accesses[access].Made))];
        Array.Sort(made, makers);
        makerOf = new int[accesses.Length];
        nextOf = new int[accesses.Length];
        Array.Fill(nextOf, None);
        HasRecurring = Enumerable.Range(0, makers.Length).Any(IsRecurring);
        Link();
    }

    /// <summary>Whether an access made a value that was there at first, that another one made as well, or that it found itself.</summary>
    public bool HasRecurring { get; }

    /// <summary>The accesses that found a value that nobody made.</summary>
    public List<int> Unexplained { get; } = [];

    /// <summary>Two accesses that changed the same value, which was there once only; null when there are none.</summary>
    public (int One, int Other)? Rivals { get; private set; }

    /// <summary>Which access made the value that <paramref name="access"/> found; <see cref="Initial"/> or <see cref="None"/> otherwise.</summary>
    public int MakerOf(int access) => makerOf[access];

    /// <summary>Which access changed the value that <paramref name="access"/> found; <see cref="None"/> when none did.</summary>
    public int NextOfFound(int access) => makerOf[access] switch
    {
        Initial => nextOfInitial.GetValueOrDefault(accesses[access].Key, None),
        None => None,
        var maker => nextOf[maker],
    };

    /// <summary>Whether a key had the value at first or somebody made it.</summary>
    public bool Has(int key, int value) => Maker(key, value) != None;

    /// <summary>The values of a key that nobody changed.</summary>
    public List<int> EndsOf(int key)
    {
        List<int> ends = nextOfInitial.ContainsKey(key) ? [] : [history.InitialOf(key)];
        ends.AddRange(makers.Where(access => accesses[access].Key == key && nextOf[access] == None).Select(access => accesses[access].Made));
        return ends;
    }

    private static long Register(int key, int value) => ((long)key << 32) | (uint)value;

    private bool IsRecurring(int place) =>
        (place > 0 && made[place - 1] == made[place])
        || (int)made[place] == history.InitialOf((int)(made[place] >> 32))
        || accesses[makers[place]] is { Kind: AccessKind.Changes } change && change.Found == change.Made;

    private int Maker(int key, int value)
    {
        if (value == history.InitialOf(key))
        {
            return Initial;
        }

        var place = Array.BinarySearch(made, Register(key, value));
        return place >= 0 ? makers[place] : None;
    }

    private void Link()
    {
        for (var access = 0; access < accesses.Length; access++)
        {
            ref readonly var found = ref accesses[access];
            makerOf[access] = found.Finds ? Maker(found.Key, found.Found) : None;
            if (found.Finds && makerOf[access] == None)
            {
                Unexplained.Add(access);
            }
            else if (found.Kind == AccessKind.Changes)
            {
                Replace(access);
            }
        }
    }

    private void Replace(int access)
    {
        if (NextOfFound(access) is >= 0 and var other && IsUnique(accesses[access].Key, accesses[access].Found))
        {
            Rivals ??= (other, access);
        }

        if (makerOf[access] == Initial)
        {
            nextOfInitial[accesses[access].Key] = access;
        }
        else
        {
            nextOf[makerOf[access]] = access;
        }
    }

    private bool IsUnique(int key, int value)
    {
        var place = Array.BinarySearch(made, Register(key, value));
        return value == history.InitialOf(key)
            ? place < 0
            : (place == 0 || made[place - 1] != made[place]) && (place == made.Length - 1 || made[place + 1] != made[place]);
    }
}
