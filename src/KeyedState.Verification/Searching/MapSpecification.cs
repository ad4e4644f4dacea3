namespace KeyedState.Verification;

/// <summary>What the operations of a compound history do with a map when they are called one after the other.</summary>
public sealed class MapSpecification : ISpecification<CompoundOperation, KeyedValues>
{
    private const int MostShown = 40;

    private readonly CompoundHistory history;
    private readonly Dictionary<int, int> places = [];

    /// <summary>Takes the keys and their values from the start from a history.</summary>
    public MapSpecification(CompoundHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        this.history = history;
        foreach (ref readonly var operation in history.Operations)
        {
            if (operation.Kind == CompoundKind.Snapshot)
            {
                foreach (var key in history.KeysOf(operation))
                {
                    places.TryAdd(key, places.Count);
                }

                continue;
            }

            places.TryAdd(operation.Key, places.Count);
            if (operation.Kind == CompoundKind.Transfer)
            {
                places.TryAdd(operation.Target, places.Count);
            }
        }

        Initial = new KeyedValues([.. places.OrderBy(pair => pair.Value).Select(pair => history.InitialOf(pair.Key))]);
    }

    /// <inheritdoc/>
    public KeyedValues Initial { get; }

    /// <summary>Searches a history for an order of effects.</summary>
    /// <param name="history">The history.</param>
    /// <param name="steps">After how many steps the search gives up.</param>
    public static Verdict Search(CompoundHistory history, long steps)
    {
        ArgumentNullException.ThrowIfNull(history);
        TimedOperation<CompoundOperation>[] timed =
            [.. history.Operations.ToArray().Select(operation => new TimedOperation<CompoundOperation>(operation, operation.Called, operation.Returned))];
        var result = LinearizationSearch.Run(new MapSpecification(history), timed, steps);
        return result.Decision switch
        {
            Decision.Linearizable => Verdict.Linearizable,
            Decision.Unknown => Verdict.Unknown,
            _ => Verdict.Not(CompoundExplanation.Of(
                history,
                ViolationKind.NoOrder,
                FormattableString.Invariant($"No order explains {result.Unexplained.Count} operations before and after which nothing was under way."),
                result.Unexplained.Take(MostShown))),
        };
    }

    /// <inheritdoc/>
    public bool TryApply(KeyedValues state, CompoundOperation operation, out KeyedValues after)
    {
        ArgumentNullException.ThrowIfNull(state);
        after = state;
        if (operation.Kind == CompoundKind.Snapshot)
        {
            return operation.IsPending || Holds(state, history.KeysOf(operation), history.ValuesOf(operation));
        }

        var place = places[operation.Key];
        var before = state[place];
        switch (operation.Kind)
        {
            case CompoundKind.Read:
                return operation.IsPending || operation.Before == before;
            case CompoundKind.Write:
                after = state.With(place, operation.Value);
                return true;
            case CompoundKind.Add:
                after = state.With(place, unchecked(before + operation.Amount));
                return operation.IsPending || operation.Before == before;
            case CompoundKind.Update:
                after = state.With(place, operation.Value);
                return operation.Before == before && (operation.Moved || !operation.IsPending);
            default:
                var target = places[operation.Target];
                var targetBefore = state[target];
                var isEnough = before >= operation.Amount;
                after = isEnough ? state.With(place, before - operation.Amount).With(target, unchecked(targetBefore + operation.Amount)) : state;
                return operation.IsPending || (operation.Before == before && operation.TargetBefore == targetBefore && operation.Moved == isEnough);
        }
    }

    private bool Holds(KeyedValues state, ReadOnlySpan<int> keys, ReadOnlySpan<int> values)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (state[places[keys[i]]] != values[i])
            {
                return false;
            }
        }

        return true;
    }
}
