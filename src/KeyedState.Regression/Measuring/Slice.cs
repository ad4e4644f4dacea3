using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>One iteration of fixed work.</summary>
/// <param name="NanosecondsPerOperation">Its time for an operation.</param>
/// <param name="BytesPerOperation">What it allocated for an operation.</param>
/// <param name="Operations">How many operations it had.</param>
/// <param name="Before">How far apart the cores were just before it; null where nobody looked, as on one core.</param>
/// <param name="After">The same just after it.</param>
public readonly record struct Slice(
    double NanosecondsPerOperation, double BytesPerOperation, long Operations, CoreDistance? Before = null, CoreDistance? After = null);
