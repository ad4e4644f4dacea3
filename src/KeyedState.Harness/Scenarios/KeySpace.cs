namespace KeyedState.Harness;

/// <summary>The keys of a scenario. Every key is drawn with the same probability.</summary>
/// <param name="Count">How many there are: keys are 0 to <paramref name="Count"/> − 1; 1 or more.</param>
/// <param name="Filled">Whether every key is written once before anything is measured.</param>
/// <param name="Opening">The value that every key is written with then; null for values that differ.</param>
public sealed record KeySpace(int Count, bool Filled = false, int? Opening = null);
