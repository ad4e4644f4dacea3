namespace KeyedState.Regression;

/// <summary>One iteration of fixed work.</summary>
/// <param name="NanosecondsPerOperation">Its time for an operation.</param>
/// <param name="BytesPerOperation">What it allocated for an operation.</param>
/// <param name="Operations">How many operations it had.</param>
public readonly record struct Slice(double NanosecondsPerOperation, double BytesPerOperation, long Operations);
