using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What each state is.</summary>
internal static class DesignSection
{
    public static IEnumerable<string> Lines(RunAnalysis analysis) =>
        analysis.States.Select(state =>
            $"- {MarkdownText.Code(state.Declared.Name)}, **{MarkdownText.Escape(state.Declared.Title)}**: " +
            $"{MarkdownText.Escape(state.Declared.HowItWorks)}. {Words.Blocking(state.Declared.BlockingCaller)}" +
            (state.Declared.AllocationFree && !state.IsLimit ? " It promises to allocate nothing." : ""));
}
