namespace KeyedState.Results;

/// <summary>A run of a suite that takes its states in turn, launch after launch: what places its file, and the head and the foot of its page.</summary>
public interface ISuiteRun
{
    /// <summary>When the run started, in UTC.</summary>
    DateTimeOffset Started { get; }

    /// <summary>Whether it measured the states that the suite takes when none is named; pages prefer such a run.</summary>
    bool Quotable { get; }

    /// <summary>How many launches each state was to have of each kind.</summary>
    int PlannedRounds { get; }

    /// <summary>How many launches of a state and kind there are at least, of those that did not fail; 0 where one has none.</summary>
    int CompleteRounds { get; }

    /// <summary>The machine.</summary>
    StoredMachine Machine { get; }

    /// <summary>The machine's card before and after.</summary>
    StoredCards Cards { get; }

    /// <summary>The source and the packages.</summary>
    StoredSource Source { get; }

    /// <summary>What went wrong, in the order in which it did.</summary>
    IReadOnlyList<StoredFailure> Failures { get; }

    /// <summary>Whether launches are missing that the run set out to make.</summary>
    bool IsPartial { get; }

    /// <summary>How far apart the cores were, by the card.</summary>
    CoreDistance? Distance { get; }
}
