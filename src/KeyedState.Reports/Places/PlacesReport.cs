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
        "# All machines side by side",
        "",
        .. PlaceText.Warnings(comparison).SelectMany(warning => new[] { $"> **{warning}**", "" }),
        $"This page compares the newest complete headline run of each machine. Cores are *near* each other when a cache line goes from one to the other and back in less than {FigureText.Significant(CoreDistance.FarFrom)} ns, else *far*. Where a hypervisor moves a machine's cores, the machine counts once with near cores and once with far ones.{One(comparison)}",
        "",
        .. PlaceTable.Lines(comparison),
        "![Every design as a multiple of the baseline, a dot for each machine](machines.svg)",
        "",
        .. OrderSection.Lines(comparison),
        .. FigureTables.Lines(comparison),
        .. CardTable.Lines(comparison),
    ]);

    private static string One(PlaceComparison comparison) => comparison.Places.Count == 1
        ? " There is only one so far, so it is not known which of its figures another would confirm."
        : "";
}
