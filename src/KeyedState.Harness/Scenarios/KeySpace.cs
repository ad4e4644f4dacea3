namespace KeyedState.Harness;

/// <summary>The keys of a scenario.</summary>
/// <param name="Count">How many there are: keys are 0 to <paramref name="Count"/> − 1; 1 or more, and no more than 16,384 unless all are drawn alike without a table.</param>
/// <param name="Filled">Whether every key is written once before anything is measured.</param>
/// <param name="Opening">The value that every key is written with then; null for values that differ.</param>
/// <param name="Distribution">How often each key is drawn.</param>
public sealed record KeySpace(int Count, bool Filled = false, int? Opening = null, KeyDistribution Distribution = KeyDistribution.Uniform);
