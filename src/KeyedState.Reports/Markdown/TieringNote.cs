using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What it changes that costs are measured without tiered compilation.</summary>
internal static class TieringNote
{
    /// <summary>The line; none where the look on one core was not taken, or not so.</summary>
    public static IEnumerable<string> Lines(RunAnalysis analysis)
    {
        if (!analysis.Run.Looks.Any(look => look.Look == Look.OneCore && look.AbsentBecause is null
            && look.Placement.RuntimeSettings.GetValueOrDefault("DOTNET_TieredCompilation") == "0"))
        {
            return [];
        }

        return ["- On one core, tiered compilation and with it profile-guided optimisation are off, so that every launch runs code that was compiled in the same way. Under the runtime's defaults a program runs other code, which is often faster." + Example(analysis)];
    }

    private static string Example(RunAnalysis analysis)
    {
        var state = analysis.States.FirstOrDefault(row => row.Declared.Name == RunAnalysis.UnsynchronisedName);
        if (state?.Cost.Estimate is not { } cost || state.Throughput.Estimate is not { } throughput)
        {
            return "";
        }

        var cores = analysis.Run.Machine.LogicalCores;
        return $" {MarkdownText.Code(RunAnalysis.UnsynchronisedName)} shows the difference, because on all cores each core has its own instance and nothing contends: an operation takes {FigureText.Significant(cost.Center)} ns on one core without them, and {FigureText.Significant(cores * 1e9 / throughput.Center)} ns on all cores with them ({FactText.Cores(analysis.Run)} / {FigureText.Significant(throughput.Center / 1e6)} M operations/s).";
    }
}
