namespace KeyedState.Results;

/// <summary>How a launch drives a state.</summary>
/// <param name="Name">The protocol's name, such as "fixed work".</param>
/// <param name="Iterations">How many iterations of a launch are measured.</param>
/// <param name="WindowMilliseconds">
/// How long an iteration was to take; a pilot found out how many operations that is, for each state. Null where every
/// iteration had a constant number of operations.
/// </param>
/// <param name="RunMicroseconds">
/// How long a worker was to go on before it yields, likewise; 0 where it yielded after each operation. Null when
/// <paramref name="WindowMilliseconds"/> is.
/// </param>
public sealed record StoredProtocol(string Name, int Iterations, double? WindowMilliseconds, double? RunMicroseconds);
