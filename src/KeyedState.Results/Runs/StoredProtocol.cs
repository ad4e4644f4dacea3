namespace KeyedState.Results;

/// <summary>How a launch drives a state.</summary>
/// <param name="Name">The protocol's name, such as "fixed work".</param>
/// <param name="Iterations">How many iterations of a launch are measured.</param>
/// <param name="WindowMilliseconds">How long an iteration was to take; how many operations that is was found out for each state.</param>
/// <param name="RunMicroseconds">How long a worker was to go on before it yields; how many operations that is likewise.</param>
public sealed record StoredProtocol(string Name, int Iterations, double WindowMilliseconds, double RunMicroseconds);
