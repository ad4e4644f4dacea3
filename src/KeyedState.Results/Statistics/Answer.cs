namespace KeyedState.Results;

/// <summary>Which state a run found best among those of one promise.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Look">The look that decided: all cores where that was taken, else one core.</param>
/// <param name="Best">The best; limits and states that failed are not among the candidates.</param>
/// <param name="LevelWith">Those that the launches do not tell from the best, best first: the interval of their ratio holds 1, or there is none.</param>
/// <param name="Next">The best of those that are clearly behind; null when there is none.</param>
/// <param name="SameTable">The states with a figure, limits too, that have the best's own data structure; none where it has none of its own.</param>
public sealed record Answer(Promise Promise, Look Look, StateAnalysis Best, IReadOnlyList<StateAnalysis> LevelWith, StateAnalysis? Next, IReadOnlyList<StateAnalysis> SameTable)
{
    /// <summary>The answer for one promise; null when no candidate has a figure.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="states">All states, ranked.</param>
    internal static Answer? For(Promise promise, IReadOnlyList<StateAnalysis> states)
    {
        var candidates = states.Where(state => state.Promise == promise && !state.IsLimit && !state.HasFailed).ToArray();
        var look = candidates.Any(state => state.Throughput.Estimate is not null) ? Look.AllCores : Look.OneCore;
        var ranked = candidates.Where(state => state.FigureIn(look).Estimate is not null).ToArray();
        if (ranked.Length == 0)
        {
            return null;
        }

        var best = ranked[0];
        var level = ranked.Skip(1).Where(other => !IsBehind(best, other, look)).ToArray();
        return new(promise, look, best, level, ranked.Skip(1).Except(level).FirstOrDefault(), WithTheTableOf(best, states, look));
    }

    private static StateAnalysis[] WithTheTableOf(StateAnalysis best, IReadOnlyList<StateAnalysis> states, Look look) => best.Declared.OwnTable is { } table
        ? [.. states.Where(state => state != best && state.Declared.OwnTable == table && state.FigureIn(look).Estimate is not null)]
        : [];

    private static bool IsBehind(StateAnalysis best, StateAnalysis other, Look look) =>
        best.SpeedupOver(other, look) is { Lower: > 1 };
}
