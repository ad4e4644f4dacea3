using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>A state as a worker announces it.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="IsLimit">Whether it is a bound rather than a design.</param>
/// <param name="AtOnce">Whether its operations may complete on the caller's thread, as all of the empty state's do.</param>
/// <param name="CostClass">The order of magnitude of one operation, by its name in the catalogue.</param>
/// <param name="Operations">How many operations one slice has.</param>
/// <param name="FullSuiteOnly">Whether it is compared only when it is asked for by name.</param>
public sealed record WorkerState(string Name, bool IsLimit, bool AtOnce, string CostClass, int Operations, bool FullSuiteOnly = false)
{
    private const int LongestName = 200;

    internal string? Problem =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || PlainText.HasControls(Name) ? "name"
        : CostClass is null || PlainText.HasControls(CostClass) ? "cost class"
        : Operations <= 0 ? "operations"
        : null;
}
