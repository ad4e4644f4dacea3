namespace KeyedState.Results;

/// <summary>A page that the pages of all places lead to.</summary>
/// <param name="Suite">The suite that it is of.</param>
/// <param name="Distance">How far apart the cores were; null where nobody looked.</param>
/// <param name="Path">Where it is, from the results folder, with slashes.</param>
public sealed record LinkedReport(string Suite, CoreDistance? Distance, string Path);
