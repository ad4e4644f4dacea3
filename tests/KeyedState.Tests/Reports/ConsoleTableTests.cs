using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

public sealed class ConsoleTableTests
{
    public static TheoryData<string, StoredRun> Runs => new()
    {
        { "whole", ReportSamples.Whole() },
        { "broken", ReportSamples.Broken() },
        { "hostile", ReportSamples.Malicious() },
        { "long titles over nine decades", ReportSamples.OfSize(35, longTitles: true) },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Render_AnyRun_FitsATerminal(string what, StoredRun run)
    {
        foreach (var line in ConsoleTable.Render(RunAnalysis.Of(run)).Split('\n'))
        {
            Assert.True(line.Length <= 120, $"{what}: {line}");
            Assert.True(line.All(character => character is >= ' ' and < '\u007f'), $"{what}: {line}");
        }
    }
}
