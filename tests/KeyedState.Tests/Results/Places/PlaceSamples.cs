using KeyedState.Results;

namespace KeyedState.Tests.Results.Places;

/// <summary>
/// Places with three states that answer at once (quick, swift and slow), two that answer asynchronously, of which one is the
/// baseline, and a limit. A time holds in both looks.
/// </summary>
internal static class PlaceSamples
{
    private static readonly StoredState[] States =
    [
        SampleRun.State("Quick", "Quick", "Lock", "AtOnce"),
        SampleRun.State("Swift", "Swift", "Lock", "AtOnce"),
        SampleRun.State("Slow", "Slow", "Lock", "AtOnce"),
        SampleRun.State(RunAnalysis.BaselineName, "TaskCompletionSource owner", "ChannelOwner", "Asynchronous"),
        SampleRun.State("OtherOwner", "Other owner", "ChannelOwner", "Asynchronous"),
        SampleRun.State("Empty", "Empty state", "Limit", "AtOnce"),
    ];

    private static readonly (string State, double Time)[] Usual =
        [("Quick", 10), ("Swift", 20), ("Slow", 40), (RunAnalysis.BaselineName, 100), ("OtherOwner", 110), ("Empty", 4)];

    /// <summary>A machine with near cores and nothing changed since, but for other nanoseconds an operation of some states.</summary>
    public static MeasuredPlace Near(params (string State, double Time)[] others) => Of(CoreDistance.Near, others);

    /// <summary>The same machine with far cores.</summary>
    public static MeasuredPlace Far(params (string State, double Time)[] others) => Of(CoreDistance.Far, others);

    /// <summary>The same place after a change to its run.</summary>
    public static MeasuredPlace With(this MeasuredPlace place, Func<StoredRun, StoredRun> change) =>
        place with { Analysis = RunAnalysis.Of(change(place.Analysis.Run)) };

    /// <summary>The same place with a state under another name.</summary>
    public static MeasuredPlace Renamed(MeasuredPlace place, string state, string name) => place.With(run => run with
    {
        States = [.. run.States.Select(declared => declared.Name == state ? declared with { Name = name } : declared)],
        Launches = [.. run.Launches.Select(launch => launch.State == state ? launch with { State = name } : launch)],
    });

    /// <summary>The places with what their states are: two are part of .NET, one is a package's, the others are code of the repository.</summary>
    public static PlaceComparison Described(PlaceComparison comparison) => comparison with
    {
        Descriptions = States.ToDictionary(state => state.Name, state => new StateDescription(
            $"Works as {state.Title} does",
            state.Name is "Swift" or "Slow" ? state.Name : null,
            state.Name == "OtherOwner" ? "Engine" : null,
            $"src/{state.Name}State.cs")),
    };

    private static MeasuredPlace Of(CoreDistance distance, (string State, double Time)[] others)
    {
        var times = Usual.ToDictionary(one => one.State, one => one.Time);
        foreach (var (state, time) in others)
        {
            times[state] = time;
        }

        double[] trips = [.. Enumerable.Repeat(distance == CoreDistance.Near ? 60.0 : 320.0, 6)];
        var run = SampleRun.Of(States).WithLaunches(launch =>
        {
            // Each state scatters by 0.7 % in an order of its own.
            var scatter = 1 + (0.001 * ((launch.Round + Array.FindIndex(States, state => state.Name == launch.State)) % 8));
            var made = SampleRun.Launch(launch.State, launch.Look, launch.Round, times[launch.State] * scatter);
            return launch.Look == Look.AllCores ? made.WithCores(trips, trips) : made;
        });
        return new(RunAnalysis.Of(run), new HashSet<string>());
    }
}
