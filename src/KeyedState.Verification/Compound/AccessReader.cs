namespace KeyedState.Verification;

/// <summary>Takes the operations of a history apart into what they did with single keys.</summary>
internal static class AccessReader
{
    /// <summary>The accesses, those of an operation one after the other.</summary>
    /// <param name="history">The history.</param>
    /// <param name="placed">
    /// The operations without a response of which the history says what they found all the same. Others without a response are left out,
    /// except for plain writes, of which everything is known.
    /// </param>
    public static Access[] Read(CompoundHistory history, IReadOnlySet<int> placed)
    {
        var count = 0;
        foreach (ref readonly var operation in history.Operations)
        {
            count += operation.Kind switch
            {
                CompoundKind.Transfer => 2,
                CompoundKind.Snapshot => operation.Count,
                _ => 1,
            };
        }

        var accesses = new Access[count];
        var end = 0;
        for (var i = 0; i < history.Count; i++)
        {
            ref readonly var operation = ref history[i];
            if (!operation.IsPending || operation.Kind == CompoundKind.Write || placed.Contains(i))
            {
                end = Append(history, i, accesses, end);
            }
        }

        Array.Resize(ref accesses, end);
        return accesses;
    }

    private static int Append(CompoundHistory history, int index, Access[] accesses, int end)
    {
        ref readonly var operation = ref history[index];
        switch (operation.Kind)
        {
            case CompoundKind.Read:
                accesses[end++] = new(index, operation.Key, AccessKind.Reads, operation.Before, 0);
                break;
            case CompoundKind.Write:
                accesses[end++] = new(index, operation.Key, AccessKind.Writes, 0, operation.Value);
                break;
            case CompoundKind.Add:
                accesses[end++] = new(index, operation.Key, AccessKind.Changes, operation.Before, unchecked(operation.Before + operation.Amount));
                break;
            case CompoundKind.Update:
                accesses[end++] = new(index, operation.Key, AccessKind.Changes, operation.Before, operation.Value);
                break;
            case CompoundKind.Transfer:
                var kind = operation.Moved ? AccessKind.Changes : AccessKind.Reads;
                accesses[end++] = new(index, operation.Key, kind, operation.Before, unchecked(operation.Before - operation.Amount));
                accesses[end++] = new(index, operation.Target, kind, operation.TargetBefore, unchecked(operation.TargetBefore + operation.Amount));
                break;
            default:
                var keys = history.KeysOf(operation);
                var values = history.ValuesOf(operation);
                for (var i = 0; i < keys.Length; i++)
                {
                    accesses[end++] = new(index, keys[i], AccessKind.Reads, values[i], 0);
                }

                break;
        }

        return end;
    }
}
