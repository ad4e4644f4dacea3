namespace KeyedState.Results;

/// <summary>Cores of one kind, of a machine that has several.</summary>
/// <param name="Name">What the system tells of them, such as "capacity 1024".</param>
/// <param name="Cores">Their numbers as Linux lists them, such as "0-7,12".</param>
public sealed record CoreKind(string Name, string Cores);
