using System.Globalization;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Results;
using KeyedState.Stores.Benchmarks.Curves;

namespace KeyedState.Stores.Benchmarks;

/// <summary>What a launch does: it makes a state, with its engine, and drives it in scenario after scenario, in an open loop, and along the curves where it has them.</summary>
internal static class StoreMeasurement
{
    /// <summary>Measures a state in all scenarios that it takes, in random order, then in the open loop, then at the points of the curves, and with the server's own tool.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="protocol">For how long.</param>
    /// <param name="seed">What the order is drawn from.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public static StoredStoreLaunch Run(string state, StoresProtocol protocol, string seed)
    {
        var entry = StoreCatalogue.Find(state);
        Scenario[] scenarios = [.. StoreScenarios.Of(entry)];
        var random = new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        random.Shuffle(scenarios);
        using var session = new LoopSession(entry);

        // Of an engine that was there before, nobody knows what its processes have had of the processors.
        var engine = session.State is IEngineState { KnowsProcessorTime: false } ? null : session.State as IServedState;
        if (engine is not null)
        {
            Rehearse(session, scenarios, protocol.Rehearsal);
        }

        StoredStoreLoop[] loops = [.. scenarios.Select(scenario => Measure(session, engine, scenario, protocol))];
        var open = scenarios.Contains(StoreScenarios.Open) ? Measure(session, protocol.Open with { Seed = random.Next() }) : null;
        var hasCurves = engine is not null && StoreCurves.Has(entry);
        var points = hasCurves ? Curves(session.State, engine!, protocol, random) : null;
        return new(entry.Name, Round: 0, loops, points, open, hasCurves ? RedisBenchmark.Run(((IEngineState)session.State).Engine!.Port, random) : null);
    }

    private static StoredStorePoint[] Curves(IKeyedState state, IServedState engine, StoresProtocol protocol, Random random)
    {
        CurvePoint[] points = [.. StoreCurves.Points];
        random.Shuffle(points);

        // Callers and server have run all scenarios before.
        var before = protocol.Closed.LongestRampUp / 2;
        return [.. points.Select(point => CurveLoop.Run(state, point, before, protocol.Closed.Window, engine))];
    }

    // A server that has to be installed is machine code. The others are packages of .NET and are compiled while they serve, which goes on when the
    // loop is over: so all scenarios go before the first that is measured. The one with most callers opens all connections.
    private static void Rehearse(LoopSession session, Scenario[] scenarios, ClosedLoopPlan plan)
    {
        foreach (var scenario in Attribute.IsDefined(session.State.GetType(), typeof(NeedsProgramAttribute)) ? scenarios.OrderByDescending(scenario => scenario.Workers).Take(1) : scenarios)
        {
            session.Run(scenario, plan);
        }
    }

    private static StoredOpenLoop Measure(LoopSession session, OpenLoopPlan plan) => LatencyForms.Of(session.Run(StoreScenarios.Open, plan), plan.Rate!.Value);

    private static StoredStoreLoop Measure(LoopSession session, IServedState? engine, Scenario scenario, StoresProtocol protocol)
    {
        Func<double>[] meters =
        [
            () => Environment.CpuUsage.TotalTime.TotalSeconds,
            () => GC.GetTotalAllocatedBytes(),
            .. engine is null ? Array.Empty<Func<double>>() : [() => engine.EngineProcessorTime.TotalSeconds],
        ];
        var outcome = session.Run(scenario, protocol.Closed, meters);
        return new(scenario.Name, LatencyForms.Of(outcome), outcome.Metered[0], outcome.Metered[1], engine is null ? null : outcome.Metered[2]);
    }
}
