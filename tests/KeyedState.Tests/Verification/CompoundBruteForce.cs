using KeyedState.Verification;

namespace KeyedState.Tests.Verification;

/// <summary>
/// Decides whether a small compound history is linearizable by trying every order. It knows what the operations do and none of the
/// theory, and is what the checkers are held against.
/// </summary>
internal sealed class CompoundBruteForce(CompoundHistory history)
{
    private readonly Dictionary<int, int> map = [];

    public static bool IsLinearizable(CompoundHistory history) => new CompoundBruteForce(history).CanGoOn(done: 0);

    private bool CanGoOn(int done)
    {
        long[] returns = [.. Left(done).Select(i => history[i].Returned), Operation.Never];
        var earliestReturn = returns.Min();

        // Where only operations without a response are left, none of them need have happened.
        return earliestReturn == Operation.Never || Left(done).Any(i => history[i].Called <= earliestReturn && CanBeNext(i, done));
    }

    private IEnumerable<int> Left(int done) => Enumerable.Range(0, history.Count).Where(i => (done & (1 << i)) == 0);

    private bool CanBeNext(int index, int done)
    {
        var operation = history[index];
        var (before, targetBefore) = (Value(operation.Key), Value(operation.Target));
        var moves = before >= operation.Amount;
        var answers = operation.IsPending || operation.Kind switch
        {
            CompoundKind.Write => true,
            CompoundKind.Transfer => (operation.Before, operation.TargetBefore, operation.Moved) == (before, targetBefore, moves),
            CompoundKind.Snapshot => history.KeysOf(operation).ToArray().Select(Value).SequenceEqual(history.ValuesOf(operation).ToArray()),
            _ => operation.Before == before,
        };
        if (!answers || (operation is { Kind: CompoundKind.Update, IsPending: true } && (!operation.Moved || operation.Before != before)))
        {
            return false;
        }

        Dictionary<int, int> kept = new(map);
        switch (operation.Kind)
        {
            case CompoundKind.Write or CompoundKind.Update:
                map[operation.Key] = operation.Value;
                break;
            case CompoundKind.Add:
                map[operation.Key] = before + operation.Amount;
                break;
            case CompoundKind.Transfer when moves:
                map[operation.Key] = before - operation.Amount;
                map[operation.Target] = targetBefore + operation.Amount;
                break;
        }

        var can = CanGoOn(done | (1 << index));
        map.Clear();
        foreach (var (key, value) in kept)
        {
            map[key] = value;
        }

        return can;
    }

    private int Value(int key) => map.TryGetValue(key, out var value) ? value : history.InitialOf(key);
}
