using static System.FormattableString;

namespace KeyedState.Verification;

/// <summary>Puts into words why no order explains some operations of a compound history.</summary>
internal static class CompoundExplanation
{
    /// <summary>A violation with its operations, in the order of their calls.</summary>
    public static Violation Of(CompoundHistory history, ViolationKind kind, string sentence, IEnumerable<int> operations) => new(kind, sentence, [])
    {
        Deeds = [.. operations.Distinct().OrderBy(operation => history[operation].Called).Select(operation => DeedText.Of(history, operation))],
    };

    /// <summary>An access found a value that nobody made.</summary>
    public static Violation NeverMade(CompoundHistory history, Access access) => Of(
        history, ViolationKind.NeverMade, Invariant($"Key {access.Key}: {access.Found} was found, which nobody made of the key."), [access.Operation]);

    /// <summary>Two accesses changed the same value.</summary>
    public static Violation LostUpdate(CompoundHistory history, Access one, Access other) => Of(
        history,
        ViolationKind.LostUpdate,
        Invariant($"Key {one.Key}: two operations both found {one.Found} and changed it, so that one of the changes is lost."),
        [one.Operation, other.Operation]);

    /// <summary>Operations follow each other in a circle.</summary>
    /// <param name="history">The history.</param>
    /// <param name="accesses">Its accesses.</param>
    /// <param name="versions">Their versions.</param>
    /// <param name="circle">The operations, each before the next.</param>
    public static Violation Circle(CompoundHistory history, Access[] accesses, VersionTable versions, int[] circle)
    {
        var first = Array.IndexOf(circle, circle.MinBy(operation => history[operation].Called));
        int[] turned = [.. circle[first..], .. circle[..first]];
        var deeds = turned.Select((operation, i) => DeedText.Of(history, operation) with
        {
            Because = Reason(operation, turned[(i + 1) % turned.Length], i + 1 < turned.Length ? "the next" : "the first"),
        });
        return new Violation(
            ViolationKind.Circle,
            Invariant($"No order explains {turned.Length} operations: each has to come before the next, and the last before the first."),
            [])
        {
            Deeds = [.. deeds],
        };

        string Reason(int before, int after, string name)
        {
            if (history[before].Returned < history[after].Called)
            {
                return $"before {name} was called";
            }

            for (var i = 0; i < accesses.Length; i++)
            {
                if (accesses[i].Operation == after && versions.MakerOf(i) is >= 0 and var maker && accesses[maker].Operation == before)
                {
                    return Invariant($"and {name} found in key {accesses[i].Key} what this one made");
                }

                if (accesses[i].Operation == before && versions.NextOfFound(i) is >= 0 and var next && accesses[next].Operation == after)
                {
                    return Invariant($"and {name} changed what this one found in key {accesses[i].Key}");
                }
            }

            throw new InvalidOperationException("Nothing orders the two.");
        }
    }
}
