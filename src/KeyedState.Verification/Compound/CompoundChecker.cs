using System.Collections.Frozen;

namespace KeyedState.Verification;

/// <summary>
/// Decides whether a compound history is linearizable, from the order of each key's values, which is read off and not searched for.
/// The answer is exact wherever it is not unknown, in O(n log n).
/// </summary>
/// <remarks>
/// <para>
/// The values of each key are all different, whatever operations without a response did, and every operation that changes one returns the value before. So each value has one maker,
/// and at most one other operation found it and put its own in its place: the values of a key form a row. What two
/// operations of a linearizable history have to do with each other is then known: who found a value comes after its maker, who read it comes
/// before whoever changed it, and who returned comes before whoever was called afterwards. An operation on several keys is one node,
/// a refused transfer is a read of both keys. If no operations follow each other in a circle, every order that keeps to these
/// rules explains the history, and if some do, none does. The idea is that of the dependency graphs of A. Adya (Weak Consistency,
/// MIT, 1999), with the real time of M. P. Herlihy and J. M. Wing (doi:10.1145/78969.78972).
/// </para>
/// <para>
/// A plain write tells nothing of the value before. With the changes that follow from it, it forms a segment that no other value of the
/// key interrupts, so the segments of a key are what clusters are to <see cref="RegisterChecker"/>: it checks their order, and the graph
/// the order within each. Since a key that is touched by operations on one key only can be judged by itself, this is exact too.
/// Where an operation on several keys touches a key with plain writes, the answer is unknown.
/// </para>
/// <para>
/// An operation without a response counts if a value shows that it took effect, and the values show what it found; otherwise the answer is unknown.
/// </para>
/// </remarks>
public static class CompoundChecker
{
    /// <summary>Checks a history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>Unknown if values recur, or if it is one of those that the remarks name.</returns>
    public static Verdict Check(CompoundHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (AnswerCheck.Find(history) is { } wrong)
        {
            return Verdict.Not(wrong);
        }

        var accesses = AccessReader.Read(history, FrozenSet<int>.Empty);
        var versions = new VersionTable(history, accesses);
        if (versions.Unexplained.Count == 0)
        {
            return Check(history, accesses, versions);
        }

        var pending = new PendingPlacement(history, accesses, versions);
        return pending.NobodysAccess != VersionTable.None
            ? Verdict.Not(CompoundExplanation.NeverMade(history, accesses[pending.NobodysAccess]))
            : pending.IsAmbiguous ? Verdict.Unknown : CheckPlaced(history, pending);
    }

    private static Verdict CheckPlaced(CompoundHistory history, PendingPlacement pending)
    {
        var (operations, placed) = pending.Place();
        var known = placed.Where(pair => pair.Value is null).Select(pair => pair.Key).ToHashSet();
        var partial = history.With(operations);
        var versions = new VersionTable(partial, AccessReader.Read(partial, known));

        // Whoever was seen on one of its keys only was the last on the other.
        foreach (var (operation, key) in placed.Where(pair => pair.Value is not null))
        {
            var ends = versions.EndsOf(key!.Value);
            if (ends.Count != 1 || placed.Values.Count(other => other == key) > 1)
            {
                return Verdict.Unknown;
            }

            operations[operation] = key == operations[operation].Key
                ? operations[operation] with { Before = ends[0] }
                : operations[operation] with { TargetBefore = ends[0] };
        }

        var whole = history.With(operations);
        var accesses = AccessReader.Read(whole, placed.Keys.ToHashSet());
        versions = new VersionTable(whole, accesses);
        return AnswerCheck.FindWrongGuard(whole, placed.Keys) is { } wrong ? Verdict.Not(wrong)
            : versions.Unexplained.Count > 0 ? Verdict.Unknown
            : Check(whole, accesses, versions);
    }

    private static Verdict Check(CompoundHistory history, Access[] accesses, VersionTable versions)
    {
        if (versions.Rivals is var (one, other))
        {
            return Verdict.Not(CompoundExplanation.LostUpdate(history, accesses[one], accesses[other]));
        }

        if (versions.HasRecurring)
        {
            return Verdict.Unknown;
        }

        var segments = new Segments(history, accesses, versions);
        if (segments.MixesPlainAndSeveral)
        {
            return Verdict.Unknown;
        }

        return CircleSearch.Find(new OrderGraph(history, accesses, versions, segments)) is { } circle
            ? Verdict.Not(CompoundExplanation.Circle(history, accesses, versions, circle))
            : SegmentOrder.Check(history, accesses, segments) is { } violation ? Verdict.Not(violation)
            : Verdict.Linearizable;
    }
}
