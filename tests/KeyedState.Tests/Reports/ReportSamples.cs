using KeyedState.Results;
using KeyedState.Tests.Results;

namespace KeyedState.Tests.Reports;

/// <summary>Runs that put the renderers to the test.</summary>
internal static class ReportSamples
{
    /// <summary>Text that formats, links, ends cells, opens elements, turns the reading direction or moves a cursor.</summary>
    public const string Hostile = "<script>x</script>|`*_[a](http://e.vil)&\u001b[31m\r\n\u202E\\\"'";

    /// <summary>The renderers, by the name of their golden file.</summary>
    public static IReadOnlyDictionary<string, Func<RunAnalysis, string>> Renderers { get; } = new Dictionary<string, Func<RunAnalysis, string>>
    {
        ["report.md"] = KeyedState.Reports.MarkdownReport.Render,
        ["launches.svg"] = KeyedState.Reports.LaunchChart.Render,
        ["console.txt"] = KeyedState.Reports.ConsoleTable.Render,
        ["readme.md"] = analysis => Readme(OnlyPlace(analysis)),
        ["places.md"] = analysis => KeyedState.Reports.PlacesReport.Render(OnlyPlace(analysis)),
    };

    /// <summary>A run's place where there is no other, and nothing has changed since.</summary>
    public static PlaceComparison OnlyPlace(RunAnalysis analysis) => PlaceComparison.Of([new(analysis, new HashSet<string>())]);

    /// <summary>Both sections of a README.</summary>
    public static string Readme(PlaceComparison comparison) =>
        $"{KeyedState.Reports.ReadmeSection.Answer.Render(comparison)}\n\n{KeyedState.Reports.ReadmeSection.Figures.Render(comparison)}";

    /// <summary>A whole run with a row for every mark but failure.</summary>
    public static StoredRun Whole() => SampleRun.Headline().WithLaunches(launch => launch switch
    {
        { State: "Lock", Round: 2, Look.Name: "all cores" } => SampleRun.Launch("Lock", Look.AllCores, 2, 31),
        { State: "RendezvousOwner" } => launch
            .With(Metric.EndOf("writers"), launch.Note.Of(Metric.EndOf("writers")).Select(end => end / 2))
            .WithTotal(Metric.Allocated, 1e10)
            .WithTotal(Metric.Gen0, launch.Look == Look.OneCore ? 14_000 : 10_000)
            .WithTotal(Metric.Paused, launch.Look == Look.OneCore ? 7e8 : 5e8),
        { State: "InlineOwner", Round: 1 or 4 } => launch with { Note = launch.Note with { CompilerQuiet = false } },
        _ => launch,
    });

    /// <summary>
    /// A run that was killed, whose figures are not for quoting, whose plan exceeded its budget on a machine that the harness
    /// does not scale on, and of which everything went wrong once.
    /// </summary>
    public static StoredRun Broken() => Whole().Without(launch => launch.Round > 2 || launch.State == "LeaseOwner") with
    {
        PlannedLaunches = 144,
        Quotable = false,
        PlannedSeconds = 700,
        LeftOutForTime = 4,
        Cards = new(SampleCard.Scant, After: null),
        HarnessScaling = new([400e6], [500e6]),
        Failures =
        [
            new("LeaseOwner", null, "Reader 3 read a value that nobody wrote to key 2."),
            new("Lock", Look.OneCore, "It was not on one core.", Discarded: true),
        ],
    };

    /// <summary>A run whose one core was slowed down in two rounds, and whose cores were far apart in the first two rounds on all and moved while the third began.</summary>
    public static StoredRun Disturbed() => Whole().WithLaunches(launch => launch.Look == Look.OneCore ? Slowed(launch, launch.Round is 3 or 5) : launch.Round switch
    {
        < 2 => launch.WithTimes(time => time * 2).WithCores([320, 321, 322, 323, 324, 325], [320, 320, 320, 320, 320, 320]),
        2 => launch.WithCores([320, 60, 60, 60, 60, 60], [60, 60, 60, 60, 60, 60]),
        _ => launch.WithCores([60, 61, 62, 63, 64, 65], [60, 60, 60, 60, 60, 60]),
    });

    private static StoredLaunch Slowed(StoredLaunch launch, bool slowed) => slowed
        ? launch.WithTimes(time => time * 1.4).WithPace([1.5, 1.5, 1.6, 1.5, 1.4, 1.5])
        : launch.WithPace([1, 1, 1, 1, 1, 1]);

    /// <summary>A run without the one-core look.</summary>
    public static StoredRun WithoutOneCore()
    {
        var run = Whole().Without(launch => launch.Look == Look.OneCore);
        return run with { Looks = [run.Looks[0] with { AbsentBecause = "this system cannot keep a process on one core" }, run.Looks[1]] };
    }

    /// <summary>A run whose every text is hostile, as far as a stored run may say it.</summary>
    public static StoredRun Malicious()
    {
        const string name = "<b>|`*_[a](http://e.vil)&\\\"'";
        var run = SampleRun.Of(SampleRun.State(name, Hostile, name, "AtOnce") with { HowItWorks = Hostile, BlockingCaller = Hostile, DependsOnAlternation = true, DependsBecause = Hostile });
        return run with
        {
            Machine = run.Machine with { Processor = Hostile, ProcessorModel = Hostile, System = Hostile, Runtime = Hostile, GarbageCollector = Hostile },
            Source = new(Hostile, true, new Dictionary<string, string> { [Hostile] = Hostile }),
            Looks = [.. run.Looks.Select(look => look with { Placement = look.Placement with { RuntimeSettings = new Dictionary<string, string> { [name] = Hostile } } })],
            Failures = [new("Other", Look.OneCore, Hostile)],
            PlannedLaunches = 99,
        };
    }

    /// <summary>A run of so many states with titles of any length, times over nine decades, and gaps.</summary>
    public static StoredRun OfSize(int count, bool longTitles = false)
    {
        string[] replies = ["AtOnce", "AtOnceWhenFree", "Asynchronous", "Inline"];
        var run = SampleRun.Of(
        [
            .. Enumerable.Range(0, count).Select(index => SampleRun.State(
                index == 0 ? RunAnalysis.BaselineName : $"State{index}",
                longTitles ? string.Concat(Enumerable.Repeat("WWW Owner of Many Things ", 6)) : $"State {index}",
                index % 9 == 8 ? "Limit" : "ChannelOwner",
                replies[index % 4])),
        ]);
        return run.WithLaunches(launch => SampleRun.Launch(
            launch.State, launch.Look, launch.Round, Math.Pow(10, (Array.FindIndex([.. run.States], state => state.Name == launch.State) % 9) - 2) * (1 + (0.05 * launch.Round))));
    }
}
