namespace KeyedState.Exploration;

/// <summary>The limits of the implementations, so small that a few operations reach them.</summary>
internal static class SmallLimits
{
    /// <summary>All of them.</summary>
    public static readonly Change[] Changes =
    [
        new("MailboxState.cs", "MostBeforeYield = 64", "MostBeforeYield = 2"),
        new("CombiningOwnerState.cs", "MostPauses = 16", "MostPauses = 1"),
        new("CombiningOwnerState.cs", "MostServed = 256", "MostServed = 2"),
        new("Lease.cs", "TurnsBeforeYield = 128", "TurnsBeforeYield = 2"),
        new("Pump.cs", "TurnsBeforeYield = 128", "TurnsBeforeYield = 2"),
        new("Pump.cs", "FewestCallers = 8", "FewestCallers = 1"),
        new("Pump.cs", "TurnsBeforeLook = 16", "TurnsBeforeLook = 1"),
        new("PumpTrials.cs", "PeriodsThatCount = 3", "PeriodsThatCount = 1"),
        new("PumpTrials.cs", "FewestPeriodsKept = 8", "FewestPeriodsKept = 2"),
        new("PumpTrials.cs", "MostPeriodsKept = 128", "MostPeriodsKept = 2"),
        new("BlockedCallerWatcher.cs", "IdleTicksBeforeRest = 50", "IdleTicksBeforeRest = 1"),
        new("RequestSlots.cs", "FirstCapacity = 128", "FirstCapacity = 1"),
    ];
}
