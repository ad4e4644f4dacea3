namespace KeyedState.Harness;

/// <summary>Workers that all do the same kind of operation.</summary>
/// <param name="Name">The name in reports, a plural such as "readers"; without the characters , / ; =.</param>
/// <param name="Operation">What each of their operations does.</param>
/// <param name="Workers">How many there are; 1 or more.</param>
/// <param name="Writes">Of operations that are now a read and now a write: the share of writes, from 0 to 1. 0 for all others.</param>
public sealed record Role(string Name, OperationKind Operation, int Workers, double Writes = 0);
