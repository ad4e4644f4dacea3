using System.Globalization;
using KeyedState.Benchmarks.Workers;
using KeyedState.Harness;
using KeyedState.Results;

namespace KeyedState.Stores.Benchmarks;

/// <summary>What a launch does: it makes a state, with its engine, and drives it in scenario after scenario.</summary>
internal static class StoreMeasurement
{
    /// <summary>Measures a state in all scenarios that it takes, in random order.</summary>
    /// <param name="state">The state's name.</param>
    /// <param name="protocol">For how long.</param>
    /// <param name="seed">What the order is drawn from.</param>
    /// <exception cref="Exception">Whatever the state threw, as it threw it, or that it hung.</exception>
    public static StoredStoreLaunch Run(string state, StoresProtocol protocol, string seed)
    {
        var entry = StoreCatalogue.Find(state);
        Scenario[] scenarios = [.. StoreScenarios.Of(entry)];
        new Random(int.Parse(seed, CultureInfo.InvariantCulture)).Shuffle(scenarios);
        using var session = new LoopSession(entry);
        var engine = session.State as IServedState;
        return new(entry.Name, Round: 0, [.. scenarios.Select(scenario => Measure(session, engine, scenario, protocol))]);
    }

    private static StoredStoreLoop Measure(LoopSession session, IServedState? engine, Scenario scenario, StoresProtocol protocol)
    {
        if (engine is not null)
        {
            session.Run(scenario, protocol.Rehearsal);
        }

        Func<TimeSpan>[] meters = [() => Environment.CpuUsage.TotalTime, .. engine is null ? Array.Empty<Func<TimeSpan>>() : [() => engine.EngineProcessorTime]];
        var outcome = session.Run(scenario, protocol.Closed, meters);
        return new(scenario.Name, LatencyForms.Of(outcome), outcome.Metered[0].TotalSeconds, engine is null ? null : outcome.Metered[1].TotalSeconds);
    }
}
