namespace KeyedState.Results;

/// <summary>The loads of a latency run, and for how long each was measured.</summary>
/// <param name="Rates">The arrival rates that all states have, those of all workers together per second, rising.</param>
/// <param name="Shares">The shares of a state's own capacity that it is loaded with, rising.</param>
/// <param name="DriverLimit">The highest arrival rate that the open loop was seen to reach with a state that does nothing; null where none was.</param>
/// <param name="ClosedMilliseconds">How long the measured part of a closed loop is.</param>
/// <param name="OpenMilliseconds">How long that of an open loop is.</param>
/// <param name="LeadMilliseconds">How long operations arrive before it.</param>
/// <param name="RunMicroseconds">How long a worker that is never made to wait goes on before it lets others have its thread.</param>
/// <param name="Even">Whether arrivals are evenly spaced, instead of a Poisson process.</param>
public sealed record StoredLatencyProtocol(
    IReadOnlyList<double> Rates,
    IReadOnlyList<double> Shares,
    double? DriverLimit,
    double ClosedMilliseconds,
    double OpenMilliseconds,
    double LeadMilliseconds,
    double RunMicroseconds,
    bool Even);
