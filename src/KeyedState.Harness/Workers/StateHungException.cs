namespace KeyedState.Harness;

/// <summary>A state did not answer all its callers in time.</summary>
/// <param name="state">The state's name.</param>
/// <param name="doing">What the harness was doing with it.</param>
/// <param name="limit">How long it had.</param>
public sealed class StateHungException(string state, string doing, TimeSpan limit)
    : Exception(FormattableString.Invariant($"{state} hung: {doing} did not end within {limit.TotalSeconds:0.###} s."));
