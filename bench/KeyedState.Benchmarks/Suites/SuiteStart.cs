using KeyedState.Benchmarks.Environments;
using KeyedState.Benchmarks.Environments.Cards;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites;

/// <summary>What comes before the first launch of a suite that takes its states in turn: where the run belongs, what it is of, and who may be measured.</summary>
/// <param name="Folder">Where the run belongs.</param>
/// <param name="Source">The source and the packages.</param>
/// <param name="Seed">What the order of launches is drawn from.</param>
/// <param name="Card">The machine's card.</param>
/// <param name="Check">Who passed the check.</param>
internal sealed record SuiteStart(SuiteFolder Folder, StoredSource Source, int Seed, StoredCard Card, StateCheck Check)
{
    /// <summary>Finds it all out.</summary>
    /// <param name="repository">The root of the repository.</param>
    /// <param name="suite">The suite's name.</param>
    /// <param name="states">The states, with the limits that figures are held against.</param>
    /// <param name="progress">Who is told how far it is.</param>
    /// <param name="check">Checks a state: how many operations were checked, and what was wrong; null for this program's own check.</param>
    /// <exception cref="IOException">The results cannot be stored.</exception>
    public static SuiteStart Of(
        string repository, string suite, IReadOnlyList<StateEntry> states, ProgressWriter progress, Func<StateEntry, (long Operations, string? Failure)>? check = null)
    {
        var folder = SuiteFolder.Of(new ResultsFolder(Path.Combine(repository, "results")), MachineProbe.Read(), suite);
        folder.Probe();
        var (source, noCommitBecause) = SourceProbe.Read(RepositoryRoot.FindSources(), states);
        if (noCommitBecause is not null)
        {
            progress.Say($"The run is stored without a commit: {noCommitBecause}.");
        }

        var seed = Random.Shared.Next();
        var card = ReadCard();
        progress.Say($"Suite {suite}: first every state is checked, then all are measured in random order (seed {seed}).");
        return new(folder, source, seed, card, StateCheck.Of(states, progress, check ?? (entry => StateCheck.InOwnProcess(entry))));
    }

    /// <summary>The machine's card as it is now.</summary>
    public static StoredCard ReadCard() => MachineCard.Read(SystemFiles.OfThisMachine);
}
