namespace KeyedState.Results;

/// <summary>The places of a repository side by side: what held on all of them, and what did not.</summary>
public sealed record PlaceComparison
{
    /// <summary>The places: those with near cores, those with far ones, then the others, each by machine.</summary>
    public required IReadOnlyList<MeasuredPlace> Places { get; init; }

    /// <summary>The states that any place has, as the newest run that has them declares them: by promise, the best first, and the limits after all.</summary>
    public required IReadOnlyList<StoredState> States { get; init; }

    /// <summary>The order of the states of each promise, on all cores and on one.</summary>
    public required IReadOnlyList<PromiseOrder> Orders { get; init; }

    /// <summary>What the states are and where they come from, by their names; those that are gone have none.</summary>
    public IReadOnlyDictionary<string, StateDescription> Descriptions { get; init; } = new Dictionary<string, StateDescription>();

    /// <summary>The newest runs of the compound suite, a place each.</summary>
    public IReadOnlyList<MeasuredCompound> Compound { get; init; } = [];

    /// <summary>The pages of the suites beside the headline.</summary>
    public IReadOnlyList<LinkedReport> Reports { get; init; } = [];

    /// <summary>The places that were left out of this comparison, because the baseline has changed since they were measured.</summary>
    public IReadOnlyList<MeasuredPlace> Outdated { get; init; } = [];

    /// <summary>
    /// The same without the places that were measured before the baseline changed, whose multiples are of another program; all
    /// where that would leave none.
    /// </summary>
    public PlaceComparison Current
    {
        get
        {
            var outdated = Places.Where(place => place.HasChanged(RunAnalysis.BaselineName)).ToArray();
            return outdated.Length is 0 || outdated.Length == Places.Count
                ? this
                : Of([.. Places.Except(outdated)]) with { Descriptions = Descriptions, Compound = Compound, Reports = Reports, Outdated = outdated };
        }
    }

    /// <summary>Reads the newest run of each place that is complete and whose figures may be quoted.</summary>
    /// <param name="results">The results folder.</param>
    /// <param name="suite">The suite.</param>
    /// <param name="changedSince">The names of the states whose source has changed since a run's; null where that is not known.</param>
    /// <returns>The comparison; null where there is no such run.</returns>
    /// <exception cref="StoredRunException">A file cannot be used.</exception>
    public static PlaceComparison? Read(ResultsFolder results, string suite, Func<StoredSource, IReadOnlySet<string>?> changedSince)
    {
        ArgumentNullException.ThrowIfNull(results);
        MeasuredPlace[] places =
        [
            .. from machine in results.Machines
               from run in NewestRuns.Of(results, machine, suite, run => run is { Quotable: true, IsPartial: false, Launches.Count: > 0 })
               select new MeasuredPlace(RunAnalysis.Of(run), changedSince(run.Source)),
        ];
        return places.Length == 0 ? null : Of(places);
    }

    /// <summary>Puts places side by side.</summary>
    /// <param name="measured">The places, at least one, none of them twice.</param>
    public static PlaceComparison Of(IReadOnlyList<MeasuredPlace> measured)
    {
        MeasuredPlace[] places =
        [
            .. measured.OrderBy(one => CoreDistance.All.TakeWhile(distance => distance != one.Place.Distance).Count())
                .ThenBy(one => one.Place.Machine, StringComparer.Ordinal),
        ];
        StoredState[] states =
        [
            .. places.OrderByDescending(one => one.Analysis.Run.Started)
                .SelectMany(one => one.Analysis.States).Select(row => row.Declared).DistinctBy(state => state.Name)
                .OrderBy(state => state.IsLimit)
                .ThenBy(state => state.IsLimit ? 0 : Promise.Of(state).Order)
                .ThenByDescending(state => MeanMultiple(places, state))
                .ThenBy(state => state.Name, StringComparer.Ordinal),
        ];
        return new()
        {
            Places = places,
            States = states,
            Orders =
            [
                .. from promise in states.Where(state => !state.IsLimit).Select(Promise.Of).Distinct()
                   from look in Look.All.Reverse()
                   select PromiseOrder.Of(promise, look, [.. states.Where(state => !state.IsLimit && Promise.Of(state) == promise).Select(state => Everywhere(places, state, look)).OfType<StateAnalysis[]>()]),
            ],
        };
    }

    /// <summary>Whether the source of a state has changed since the run of any place, as far as that is known.</summary>
    /// <param name="state">The state's name.</param>
    public bool HasChanged(string state) => Places.Any(place => place.HasChanged(state));

    /// <summary>
    /// The answers of the places for one promise, among the states that have a figure on every place and have not changed since: in
    /// the order of the places. None where there is no such state.
    /// </summary>
    /// <param name="promise">The promise.</param>
    public IReadOnlyList<Answer> AnswersFor(Promise promise)
    {
        var quotable = States.Where(state => !HasChanged(state.Name) && Everywhere(Places, state, Look.AllCores) is not null).Select(state => state.Name).ToHashSet();
        return [.. Places.Select(place => Answer.For(promise, [.. place.Analysis.States.Where(row => quotable.Contains(row.Declared.Name))])).OfType<Answer>()];
    }

    /// <summary>What the places say of a state; null where one of them has no figure of it in the look, or knew it by another promise.</summary>
    private static StateAnalysis[]? Everywhere(IReadOnlyList<MeasuredPlace> places, StoredState state, Look look)
    {
        StateAnalysis[] rows =
        [
            .. places.Select(place => place.Find(state.Name)).OfType<StateAnalysis>()
                .Where(row => row.Promise == Promise.Of(state) && row.FigureIn(look).Estimate is not null),
        ];
        return rows.Length == places.Count ? rows : null;
    }

    /// <summary>The geometric mean of a state's multiples of the baseline on all cores; 0 where it has none.</summary>
    private static double MeanMultiple(MeasuredPlace[] places, StoredState state)
    {
        double[] logarithms = [.. places.Select(place => place.Multiple(state.Name, Look.AllCores).Estimate).OfType<Estimate>().Select(multiple => Math.Log(multiple.Center))];
        return logarithms.Length == 0 ? 0 : Math.Exp(logarithms.Average());
    }
}
