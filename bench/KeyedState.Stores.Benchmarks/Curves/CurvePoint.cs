namespace KeyedState.Stores.Benchmarks.Curves;

/// <summary>A point of a curve.</summary>
/// <param name="Callers">How many callers there are; 1 or more.</param>
/// <param name="Depth">How many writes each sends before it waits for the first answer; 1 or more.</param>
internal readonly record struct CurvePoint(int Callers, int Depth);
