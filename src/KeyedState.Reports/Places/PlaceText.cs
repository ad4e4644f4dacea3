using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What places are called, and what is said of one.</summary>
internal static class PlaceText
{
    /// <summary>What stands behind the figure of a state that has changed since the run of its place.</summary>
    public const string Changed = " †";

    private const int HashLength = 8;

    private static readonly Func<MeasuredPlace, string>[] WithMachine =
    [
        place => $"{Machine(place)}, {Cores(place)}",
        place => $"{Machine(place)} ({Hash(place.Place.Machine)}), {Cores(place)}",
        place => $"{place.Place.Machine}, {Cores(place)}",
    ];

    /// <summary>The shortest names that tell the places apart, in their order: "near cores", or with the machine before it.</summary>
    public static IReadOnlyList<string> Names(PlaceComparison comparison) => FirstDistinct(comparison.Places, [Cores, .. WithMachine]);

    /// <summary>The shortest names with the machine in them that tell places apart, in their order.</summary>
    public static IReadOnlyList<string> MachineNames(IReadOnlyList<MeasuredPlace> places) => FirstDistinct(places, WithMachine);

    /// <summary>The machine's processor and its number of cores.</summary>
    public static string Machine(MeasuredPlace place) => $"{place.Analysis.Run.Machine.Processor}, {FactText.Cores(place.Analysis.Run)}";

    /// <summary>How far apart its cores are: "near cores".</summary>
    public static string Cores(MeasuredPlace place) => place.Place.Distance is { } distance ? $"{distance} cores" : "cores at an unknown distance";

    /// <summary>A cache line's round trip while the figures on all cores were measured.</summary>
    public static string RoundTrip(MeasuredPlace place) => place.Analysis.RoundTrip is { } time ? $"{FigureText.Significant(time)} ns" : FigureText.Absent;

    /// <summary>Where the place's report lies, from the results folder on.</summary>
    public static string Report(MeasuredPlace place) =>
        $"{place.Place.Machine}/{place.Analysis.Run.Suite}/{(place.Place.Distance is { } distance ? distance + "/" : "")}report.md";

    /// <summary>A state's name in a table.</summary>
    public static string Title(StoredState state) => MarkdownText.Escape(state.Title) +
        (state.IsLimit ? " (limit)" : state.Name == RunAnalysis.BaselineName ? " (baseline)" : "");

    /// <summary>A state's name with a link to its source, where that is known; from the folder that holds <c>results</c> on.</summary>
    public static string Link(PlaceComparison comparison, StoredState state) =>
        Described(comparison, state)?.Source is { } source ? $"[{MarkdownText.Escape(state.Title)}]({source})" : MarkdownText.Escape(state.Title);

    /// <summary>Where a design comes from: .NET, a package, or this repository.</summary>
    public static string Origin(PlaceComparison comparison, StoredState state) => Described(comparison, state) switch
    {
        null => FigureText.Absent,
        { Package: { } package } => $"package {MarkdownText.Code(package)}",
        { DotNetType: not null } => "part of .NET",
        _ => "code of this repository",
    };

    /// <summary>How a state works, as it is described now or, where it is gone, as the run describes it.</summary>
    public static string HowItWorks(PlaceComparison comparison, StoredState state) =>
        MarkdownText.Escape(Described(comparison, state)?.HowItWorks ?? state.HowItWorks);

    private static StateDescription? Described(PlaceComparison comparison, StoredState state) => comparison.Descriptions.GetValueOrDefault(state.Name);

    /// <summary>The names of states in a sentence, by their identifiers.</summary>
    public static string[] Titles(PlaceComparison comparison, IEnumerable<string> names) =>
        [.. names.Select(name => MarkdownText.Escape(comparison.States.First(state => state.Name == name).Title))];

    /// <summary>What must be read before any figure, as sentences for a page, each with the place that it is about.</summary>
    /// <param name="comparison">The places.</param>
    /// <param name="ofTheHarness">Whether a harness that scales badly is among them.</param>
    public static IEnumerable<string> Warnings(PlaceComparison comparison, bool ofTheHarness = true) =>
        Told(comparison, place => WarningText.Of(place.Analysis, ofTheHarness));

    /// <summary>Sentences about places, each with the name of its place where there is another.</summary>
    public static IEnumerable<string> Told(PlaceComparison comparison, Func<MeasuredPlace, IEnumerable<string>> sentences) =>
        from pair in comparison.Places.Zip(Names(comparison))
        from warning in sentences(pair.First)
        select (comparison.Places.Count == 1 ? "" : $"On {MarkdownText.Escape(pair.Second)}: ") + MarkdownText.Escape(warning);

    private static string[] FirstDistinct(IReadOnlyList<MeasuredPlace> places, Func<MeasuredPlace, string>[] choices) =>
        choices.Select(choice => places.Select(choice).ToArray()).First(names => names.Distinct().Count() == names.Length);

    private static string Hash(string folder) => folder[^Math.Min(HashLength, folder.Length)..];
}
