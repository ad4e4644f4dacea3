namespace KeyedState.Results;

/// <summary>One launch: one process that ran one state in one look.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Look">The look.</param>
/// <param name="Round">The round, from 0. A round has one launch of every state in one look, in random order.</param>
/// <param name="Operations">The operations of one iteration, those of all workers together.</param>
/// <param name="RunLength">How many operations a worker makes before it yields.</param>
/// <param name="Note">What the process told of itself.</param>
public sealed record StoredLaunch(string State, Look Look, int Round, long Operations, long RunLength, LaunchNote Note);
