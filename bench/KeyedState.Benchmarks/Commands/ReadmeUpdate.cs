using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary>Keeps the README's picture and table those of a stored run.</summary>
internal static class ReadmeUpdate
{
    /// <summary>
    /// The README with the figures of the newest run whose figures may be quoted. It is the newest of its suite
    /// too, since the picture that the README shows is always of that one.
    /// </summary>
    /// <param name="readme">The README's text.</param>
    /// <param name="results">The results folder.</param>
    /// <exception cref="FormatException">The README's markers are missing.</exception>
    /// <exception cref="StoredRunException">A run can't be used or is partial, or there is no such run.</exception>
    public static string Apply(string readme, ResultsFolder results)
    {
        var newest = results.Machines
            .SelectMany(folder => results.SuitesOf(folder), results.NewestRun)
            .Select(path => RunFile.Load(path!))
            .Select(RunAnalysis.Of)
            .Where(analysis => analysis.Run.Quotable)
            .MaxBy(analysis => analysis.Run.Started)
            ?? throw new StoredRunException($"{results.Root} holds no run whose figures may be quoted: run the headline suite.");
        return newest.IsPartial
            ? throw new StoredRunException($"The newest {newest.Run.Suite} run of {newest.Run.Machine.Folder} is partial: run the suite again, or delete that run.")
            : ReadmeSection.Replace(readme, newest);
    }
}
