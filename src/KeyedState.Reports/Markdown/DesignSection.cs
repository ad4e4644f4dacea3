using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What each state is.</summary>
internal static class DesignSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
        analysis.States.Select(state =>
            $"- {MarkdownText.Code(state.Declared.Name)}, **{MarkdownText.Escape(state.Declared.Title)}**: " +
            $"{MarkdownText.Escape(state.Declared.HowItWorks)}. A caller that blocks " +
            $"{MarkdownText.Escape(Words.BlockingCaller(state.Declared.BlockingCaller))}." +
            (state.Declared.AllocationFree && !state.IsLimit ? " Promises not to allocate beyond its limit." : ""));
}
