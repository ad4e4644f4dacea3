using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>A state as a worker announces it.</summary>
/// <param name="Name">Its name in the catalogue.</param>
/// <param name="IsLimit">Whether it is a bound rather than a design.</param>
/// <param name="FullSuiteOnly">Whether it is compared only when it is asked for by name.</param>
/// <param name="Family">The kind of state that it is; a look without time for all takes one of each.</param>
public sealed record WorkerState(string Name, bool IsLimit, bool FullSuiteOnly = false, string Family = "")
{
    private const int LongestName = 200;

    internal string? Problem =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName || PlainText.HasControls(Name) ? "name"
        : Family is not { Length: <= LongestName } || PlainText.HasControls(Family) ? "family"
        : null;
}
