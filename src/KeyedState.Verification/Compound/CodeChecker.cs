using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>
/// Checks what exclusive updates promise beyond linearizability, which one that runs the code again until nobody else wrote
/// would keep as well: each code runs once, within its call and with the value before, and alone.
/// </summary>
internal static class CodeChecker
{
    /// <summary>Checks the updates of a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="runs">What the code of each operation saw; of no account for one that isn't an update.</param>
    /// <returns>The first violation; null when there is none.</returns>
    public static Violation? Check(CompoundHistory history, IReadOnlyList<CodeRun> runs)
    {
        int[] updates = [.. Enumerable.Range(0, history.Count).Where(i => history[i].Kind == CompoundKind.Update)];
        return updates.Select(i => Alone(history, i, runs[i])).FirstOrDefault(violation => violation is not null)
            ?? updates.Where(i => runs[i].Times > 0).GroupBy(i => history[i].Key)
                .Select(ofKey => Together(history, runs, [.. ofKey.OrderBy(i => runs[i].Begin)], ofKey.Key)).FirstOrDefault(violation => violation is not null);
    }

    private static Violation? Alone(CompoundHistory history, int index, CodeRun run)
    {
        ref readonly var update = ref history[index];
        var wrong = run.Times > 1 ? Invariant($"ran {run.Times} times")
            : update.IsPending ? null
            : run.Times == 0 ? "never ran"
            : run.End > update.Returned ? "was still running when the update returned"
            : run.Given != update.Before ? Invariant($"was given {run.Given}, and the update returned {update.Before} as the value before")
            : null;
        return wrong is null ? null : CompoundExplanation.Of(
            history, ViolationKind.CodeRunWrongly, Invariant($"Key {update.Key}: the code of an update {wrong}."), [index]);
    }

    private static Violation? Together(CompoundHistory history, IReadOnlyList<CodeRun> runs, int[] updates, int key)
    {
        for (var i = 1; i < updates.Length; i++)
        {
            if (runs[updates[i]].Begin < runs[updates[i - 1]].End)
            {
                return CompoundExplanation.Of(
                    history, ViolationKind.NotExclusive, Invariant($"Key {key}: the code of two updates ran at the same time."), [updates[i - 1], updates[i]]);
            }
        }

        // The codes follow each other, so at most one of them began last before a call.
        long[] begins = [.. updates.Select(i => runs[i].Begin)];
        for (var i = 0; i < history.Count; i++)
        {
            ref readonly var change = ref history[i];
            if (change.Kind is not (CompoundKind.Write or CompoundKind.Add) || change.Key != key || change.IsPending)
            {
                continue;
            }

            var place = Array.BinarySearch(begins, change.Called);
            var last = (place >= 0 ? place : ~place) - 1;
            if (last >= 0 && change.Returned < runs[updates[last]].End)
            {
                return CompoundExplanation.Of(
                    history, ViolationKind.NotExclusive, Invariant($"Key {key}: it was changed while the code of an update ran."), [updates[last], i]);
            }
        }

        return null;
    }
}
