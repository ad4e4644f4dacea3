namespace KeyedState.Exploration;

/// <summary>A mistake in an implementation, and the history that brings it out.</summary>
/// <param name="State">The name of the state's class.</param>
/// <param name="Sign">What the failure's text contains; see <see cref="Exploration.Sign"/>.</param>
/// <param name="Scripts">What the callers do.</param>
/// <param name="Changes">Where the mistake is.</param>
internal sealed record Defect(string State, string Sign, string[] Scripts, params Change[] Changes);
