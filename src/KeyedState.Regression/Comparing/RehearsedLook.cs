namespace KeyedState.Regression;

/// <summary>A look whose pace is known.</summary>
/// <param name="Setup">How it is taken.</param>
/// <param name="States">The states that it compares.</param>
/// <param name="Pilots">Who knows how much work its shortest slices are.</param>
/// <param name="Plan">What it would do without a limit of time.</param>
/// <param name="Rehearsal">The launches that showed the pace.</param>
internal sealed record RehearsedLook(LookSetup Setup, IReadOnlyList<WorkerState> States, SlicePilots Pilots, PlannedLook Plan, LaunchSeries Rehearsal);
