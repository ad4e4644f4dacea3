using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What a run was made on and from.</summary>
internal static class EnvironmentSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis)
    {
        var (machine, source) = (analysis.Run.Machine, analysis.Run.Source);
        return
        [
            $"- Processor: {MarkdownText.Escape(machine.Processor)} ({MarkdownText.Escape(machine.ProcessorModel)}), {FactText.Cores(analysis.Run)}, {MarkdownText.Escape(machine.Architecture)}",
            .. FactText.Distance(analysis) is { } distance ? [$"- Cores: {distance}"] : Array.Empty<string>(),
            .. FactText.Pace(analysis) is { } pace ? [$"- Disturbance: {pace}"] : Array.Empty<string>(),
            $"- System: {MarkdownText.Escape(machine.System)}",
            $"- Runtime: {MarkdownText.Escape(machine.Runtime)}, garbage collector {MarkdownText.Escape(machine.GarbageCollector)}",
            $"- Source: {(source.Commit is { } commit ? MarkdownText.Code(commit) : "not under version control")}{(source.Dirty ? ", **with uncommitted changes**" : "")}",
            $"- Packages: {string.Join(", ", source.Packages.OrderBy(package => package.Key, StringComparer.Ordinal).Select(package => $"{MarkdownText.Escape(package.Key)} {MarkdownText.Escape(package.Value)}"))}",
            $"- Started: {analysis.Run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC, suite {MarkdownText.Code(analysis.Run.Suite)}",
            .. CardSection.Lines(analysis.Run),
        ];
    }
}
