using KeyedState.Reports;
using KeyedState.Results;

namespace KeyedState.Tests.Reports;

public sealed class ReadmeSectionTests
{
    private static readonly RunAnalysis Analysis = RunAnalysis.Of(ReportSamples.Whole());

    [Fact]
    public void Replace_BetweenTheMarkers_TouchesNothingElse()
    {
        var readme = $"# A\n\n{ReadmeSection.Begin}\nold\n{ReadmeSection.End}\n\nrest\n";

        var replaced = ReadmeSection.Replace(readme, Analysis);

        Assert.Equal($"# A\n\n{ReadmeSection.Begin}\n{ReadmeSection.Render(Analysis)}\n{ReadmeSection.End}\n\nrest\n", replaced);
        Assert.Equal(replaced, ReadmeSection.Replace(replaced, Analysis));
    }

    [Theory]
    [InlineData("nothing", "results:begin --> exactly once: add it")]
    [InlineData("<!-- results:begin -->", "results:end --> exactly once: add it")]
    [InlineData("<!-- results:begin --><!-- results:begin --><!-- results:end -->", "results:begin --> exactly once: remove the others")]
    [InlineData("<!-- results:begin --><!-- results:end --><!-- results:end -->", "results:end --> exactly once: remove the others")]
    [InlineData("<!-- results:end --><!-- results:begin -->", "put them in order")]
    public void Replace_MarkersAreWrong_SaysWhatToDo(string readme, string expected) => Assert.Contains(
        expected, Assert.Throws<FormatException>(() => ReadmeSection.Replace(readme, Analysis)).Message, StringComparison.Ordinal);
}
