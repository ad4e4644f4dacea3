using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>
/// Which loads states are put under: no more than can be driven, and the same in all launches of a state. A share of a capacity that varies
/// from launch to launch would otherwise be tried only in those in which the state was slow.
/// </summary>
/// <param name="protocol">The loads that were planned.</param>
/// <param name="driverLimit">The highest rate that the open loop can be trusted with; null for none.</param>
internal sealed class LatencyLoads(LatencyProtocol protocol, double? driverLimit)
{
    /// <summary>How far a share stays below the limit in the launch that decides, so that it does in later ones whose capacity is higher.</summary>
    public const double Room = 1.2;

    private readonly Dictionary<string, double[]> shares = [];

    /// <summary>The loads of a launch, each with its rate in arrivals per second.</summary>
    /// <param name="state">The state's name. Its first launch decides which shares of its capacity are tried.</param>
    /// <param name="capacity">Operations per second of this launch when all are due at once.</param>
    public IReadOnlyList<(LatencyLoad Load, double Rate)> Of(string state, double capacity)
    {
        if (!shares.TryGetValue(state, out var tried))
        {
            shares[state] = tried = [.. protocol.Shares.Where(share => Room * share * capacity <= driverLimit)];
        }

        return
        [
            .. protocol.Rates.Where(rate => rate <= driverLimit).Select(rate => (LatencyLoad.OfRate(rate), rate)),
            .. tried.Where(share => share * capacity >= 1).Select(share => (LatencyLoad.OfShare(share), Math.Round(share * capacity))),
        ];
    }
}
