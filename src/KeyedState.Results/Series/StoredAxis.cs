namespace KeyedState.Results;

/// <summary>What of a workload is changed while all else stays as it is, with the scenarios that are its points.</summary>
/// <param name="Name">What changes, such as "share of writes".</param>
/// <param name="Key">The same as a word for file names, such as "writes".</param>
/// <param name="Scale">How its points lie.</param>
/// <param name="Unit">What stands behind a value, such as " %" or " keys"; empty where points have only names.</param>
/// <param name="Points">The points, in their order.</param>
public sealed record StoredAxis(string Name, string Key, AxisScale Scale, string Unit, IReadOnlyList<StoredPoint> Points);
