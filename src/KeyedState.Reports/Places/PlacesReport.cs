using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>The page of all places side by side.</summary>
public static class PlacesReport
{
    /// <summary>Renders the page. The same comparison gives the same text.</summary>
    /// <param name="comparison">The places.</param>
    /// <returns>GitHub-flavoured markdown for the results folder, that refers to <c>machines.svg</c> beside it.</returns>
    public static string Render(PlaceComparison comparison) => string.Join('\n',
    [
        "# All places side by side",
        "",
        .. PlaceText.Warnings(comparison).SelectMany(warning => new[] { $"> **{warning}**", "" }),
        $"A *place* is a machine with its cores at one distance from each other: near where a cache line goes from one core to the other and back in less than {FigureText.Significant(CoreDistance.FarFrom)} ns, else far. A hypervisor can change that within a run, so each place has figures and a report of its own. This page puts the newest complete headline run of each place beside the others.{One(comparison)}",
        "",
        .. PlaceTable.Lines(comparison),
        "![Every state as a multiple of the baseline, a dot for each place](machines.svg)",
        "",
        .. OrderSection.Lines(comparison),
        .. FigureTables.Lines(comparison),
        .. CardTable.Lines(comparison),
    ]);

    private static string One(PlaceComparison comparison) => comparison.Places.Count == 1
        ? " There is only one so far: which of its figures another machine would confirm is not known."
        : "";
}
