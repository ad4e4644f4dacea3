using KeyedState.Benchmarks.Suites;
using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary>Keeps the README's picture and table those of a stored run.</summary>
internal static class ReadmeUpdate
{
    /// <summary>
    /// The README with the figures of the newest headline run. It is the newest of its machine too, since the picture that
    /// the README shows is always of that one.
    /// </summary>
    /// <param name="readme">The README's text.</param>
    /// <param name="results">The results folder.</param>
    /// <exception cref="FormatException">The README's markers are missing.</exception>
    /// <exception cref="StoredRunException">A run can't be used or is partial, or there is no such run.</exception>
    public static string Apply(string readme, ResultsFolder results)
    {
        var newest = results.Machines
            .Select(folder => results.NewestRun(folder, Suite.Headline.Name))
            .OfType<string>()
            .Select(RunFile.Load)
            .Select(RunAnalysis.Of)
            .MaxBy(analysis => analysis.Run.Started)
            ?? throw new StoredRunException($"{results.Root} holds no headline run: run that suite.");
        return newest.IsPartial
            ? throw new StoredRunException($"The newest headline run of {newest.Run.Machine.Folder} is partial: run the suite again, or delete that run.")
            : ReadmeSection.Replace(readme, newest);
    }
}
