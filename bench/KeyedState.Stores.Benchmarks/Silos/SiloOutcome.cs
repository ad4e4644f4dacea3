namespace KeyedState.Stores.Benchmarks.Silos;

/// <summary>What came of a trial.</summary>
/// <param name="Verdict">What the callers saw.</param>
/// <param name="AnsweredAfter">How long after the silo was killed or stopped every key was answered again.</param>
/// <param name="EndedAfter">How long after it went on the stopped silo ended itself; null for one that was killed.</param>
internal sealed record SiloOutcome(SiloVerdict Verdict, TimeSpan AnsweredAfter, TimeSpan? EndedAfter);
