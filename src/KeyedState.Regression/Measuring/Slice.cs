using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>One iteration of fixed work, or one window of an open loop.</summary>
/// <param name="NanosecondsPerOperation">Its time for an operation; of a window that of the slowest hundredth, or what the clock can resolve where that is more.</param>
/// <param name="BytesPerOperation">What it allocated for an operation; 0 where nobody counted.</param>
/// <param name="Operations">How many operations it had.</param>
/// <param name="Before">How far apart the cores were just before it; null where nobody looked, as on one core.</param>
/// <param name="After">The same just after it.</param>
/// <param name="Overloaded">Whether the load was not borne, so that there is no time.</param>
/// <param name="BelowResolution">Whether the time was too short for the clock.</param>
public readonly record struct Slice(
    double NanosecondsPerOperation,
    double BytesPerOperation,
    long Operations,
    CoreDistance? Before = null,
    CoreDistance? After = null,
    bool Overloaded = false,
    bool BelowResolution = false);
