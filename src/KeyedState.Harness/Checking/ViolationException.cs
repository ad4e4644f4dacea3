namespace KeyedState.Harness;

/// <summary>Ends a worker of the checking pass that saw what no correct state can show.</summary>
internal sealed class ViolationException(string violation) : Exception(violation);
