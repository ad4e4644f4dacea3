namespace KeyedState.Verification;

/// <summary>
/// Finds out what operations without a response must have found, from the values that only they can have made. One of which
/// nobody saw anything is of no account: it may just as well not have happened.
/// </summary>
internal sealed class PendingPlacement
{
    private readonly CompoundHistory history;
    private readonly VersionTable versions;
    private readonly Dictionary<(int Operation, int Key), int> made = [];

    /// <summary>Looks for who made what nobody is known to have made.</summary>
    /// <param name="history">The history.</param>
    /// <param name="accesses">The accesses of the operations with a response.</param>
    /// <param name="versions">Their versions.</param>
    public PendingPlacement(CompoundHistory history, Access[] accesses, VersionTable versions)
    {
        this.history = history;
        this.versions = versions;
        var changers = Changers();
        foreach (var ofKey in versions.Unexplained.GroupBy(access => accesses[access].Key))
        {
            var pending = changers[ofKey.Key].ToArray();
            IsAmbiguous |= pending.Length > 1;
            foreach (var access in ofKey.Where(_ => pending.Length <= 1))
            {
                // One operation makes one value of a key.
                var found = accesses[access].Found;
                if (pending is not [var one] || !CanMake(one, ofKey.Key, found) || (!made.TryAdd((one, ofKey.Key), found) && made[(one, ofKey.Key)] != found))
                {
                    NobodysAccess = access;
                }
            }
        }
    }

    /// <summary>An access that found a value that no operation at all can have made; <see cref="VersionTable.None"/> when there is none.</summary>
    public int NobodysAccess { get; private set; } = VersionTable.None;

    /// <summary>Whether several operations may have made a value, alone or one after the other.</summary>
    public bool IsAmbiguous { get; }

    /// <summary>The history's operations, those that were seen with what they found as far as a key shows it.</summary>
    /// <returns>The operations, and for each that was seen the key that shows nothing; null when there is no such key.</returns>
    public (CompoundOperation[] Operations, Dictionary<int, int?> Placed) Place()
    {
        var operations = history.Operations.ToArray();
        var placed = new Dictionary<int, int?>();
        foreach (var operation in made.Keys.Select(pair => pair.Operation).Distinct())
        {
            ref var pending = ref operations[operation];
            var isSeen = made.TryGetValue((operation, pending.Key), out var madeOfKey);
            var isTargetSeen = made.TryGetValue((operation, pending.Target), out var madeOfTarget);
            pending = pending.Kind switch
            {
                CompoundKind.Add => pending with { Before = unchecked(madeOfKey - pending.Amount) },
                CompoundKind.Transfer => pending with
                {
                    Before = unchecked(madeOfKey + pending.Amount),
                    TargetBefore = unchecked(madeOfTarget - pending.Amount),
                    Moved = true,
                },
                _ => pending,
            };
            placed[operation] = pending.Kind != CompoundKind.Transfer || (isSeen && isTargetSeen) ? null : isSeen ? pending.Target : pending.Key;
        }

        return (operations, placed);
    }

    // Who may have changed a key without saying so.
    private ILookup<int, int> Changers()
    {
        List<(int Key, int Operation)> changers = [];
        for (var i = 0; i < history.Count; i++)
        {
            ref readonly var operation = ref history[i];
            if (!operation.IsPending)
            {
                continue;
            }

            if (operation.Kind is CompoundKind.Add or CompoundKind.Transfer || operation is { Kind: CompoundKind.Update, Moved: true })
            {
                changers.Add((operation.Key, i));
            }

            if (operation.Kind == CompoundKind.Transfer)
            {
                changers.Add((operation.Target, i));
            }
        }

        return changers.ToLookup(changer => changer.Key, changer => changer.Operation);
    }

    private bool CanMake(int index, int key, int value)
    {
        ref readonly var operation = ref history[index];
        if (operation.Kind == CompoundKind.Update)
        {
            return operation.Value == value && versions.Has(key, operation.Before);
        }

        var gives = operation.Kind == CompoundKind.Transfer && key == operation.Key;
        var before = unchecked(gives ? value + operation.Amount : value - operation.Amount);
        return versions.Has(key, before) && (!gives || before >= operation.Amount);
    }
}
