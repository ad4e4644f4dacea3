namespace KeyedState.Regression;

/// <summary>What is compared between two builds: a state, perhaps with something planted into it.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Plant">What is planted on both sides; null for nothing.</param>
/// <param name="BaseAmount">How much of it on the base's side.</param>
/// <param name="HeadAmount">How much of it on the head's side.</param>
public sealed record ComparedState(string State, string? Plant = null, int BaseAmount = 0, int HeadAmount = 0);
