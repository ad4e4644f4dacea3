namespace KeyedState.Results;

/// <summary>What a reader who wants to use a state's design must know of it, from the sources as they are now.</summary>
/// <param name="HowItWorks">One line that says how the state works, without a full stop.</param>
/// <param name="DotNetType">The type of .NET that guards or owns the map, such as "ConcurrentDictionary"; null elsewhere.</param>
/// <param name="Package">The package whose engine owns the map, such as "Akka"; null elsewhere.</param>
/// <param name="Source">The source file, from the repository's root on and with slashes; null where it is not known.</param>
public sealed record StateDescription(string HowItWorks, string? DotNetType, string? Package, string? Source);
