namespace KeyedState.Results;

/// <summary>A way to have asynchronous code make the value of a key that has none.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="RunsPerKey">How often the code ran for each key, a number for each race of many callers; 1 or more.</param>
/// <param name="KeepsFailure">Whether a failure is kept, so that later callers get it too.</param>
public sealed record StoredCreation(string Name, IReadOnlyList<double> RunsPerKey, bool KeepsFailure);
