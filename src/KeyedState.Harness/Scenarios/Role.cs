namespace KeyedState.Harness;

/// <summary>Workers that all do the same kind of operation.</summary>
/// <param name="Name">The name in reports, a plural such as "readers"; without the characters , / ; =.</param>
/// <param name="Operation">What each of their operations does.</param>
/// <param name="Workers">How many there are; 1 or more.</param>
public sealed record Role(string Name, OperationKind Operation, int Workers);
