using System.Diagnostics;
using System.Globalization;
using KeyedState.Verification;

namespace KeyedState.Stores.Benchmarks;

/// <summary>What a check does: it verifies a state with a few operations, and then another instance with as many as fit into some seconds.</summary>
internal static class StoreVerification
{
    private const int Fewest = 2_000;
    private const int Most = 100_000;
    private const double Seconds = 5;

    // An engine may take its time for a flush, while others measure nothing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Checks a state.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="seed">What the check's keys and kinds of operation are drawn from.</param>
    public static StoreVerdict Run(string state, string seed)
    {
        var entry = StoreCatalogue.Find(state);
        var number = int.Parse(seed, CultureInfo.InvariantCulture);
        var (few, took) = Verify(entry, Fewest, number);
        if (few.Explanation is not null)
        {
            return few;
        }

        var fit = (int)Math.Clamp(Seconds / took.TotalSeconds * few.Operations, 0, Most);
        if (fit <= few.Operations)
        {
            return few;
        }

        var (many, _) = Verify(entry, fit, unchecked(number + 1));
        return many with { Operations = few.Operations + many.Operations };
    }

    private static (StoreVerdict Verdict, TimeSpan Took) Verify(StateEntry entry, int operations, int seed)
    {
        var state = entry.Create();
        var start = Stopwatch.GetTimestamp();
        VerificationOutcome outcome;
        var took = TimeSpan.Zero;
        var ends = false;
        try
        {
            outcome = StateVerifier.Verify(state, operations, seed, Patience);
            took = Stopwatch.GetElapsedTime(start);
        }
        finally
        {
            // Whatever the verdict is: what was written into a server that is not the suite's own must not stay there.
            ends = Task.Run(() => state.DisposeAsync().AsTask()).Wait(Patience);
        }

        return (new(outcome.Operations, outcome.Explanation ?? (ends ? UndecidedIn(outcome) : "Its disposal did not end.")), took);
    }

    // What is not known to be right must not be published as if it were.
    private static string? UndecidedIn(VerificationOutcome outcome) => outcome.Undecided == 0 ? null
        : FormattableString.Invariant($"Whether {outcome.Undecided} of its histories are linearizable could not be decided: too many operations overlapped.");
}
