namespace KeyedState.Regression;

/// <summary>Many launches of two builds in one look, each over all subjects.</summary>
/// <param name="base">How the base's worker is started.</param>
/// <param name="head">How the head's is.</param>
/// <param name="pilots">Who knows how much work a slice is.</param>
/// <param name="bind">Binds what this thread starts to the look's processors until disposed of.</param>
/// <param name="bound">Whether that is one processor.</param>
/// <param name="cancellation">Ends the series between two subjects.</param>
public sealed class LaunchSeries(
    WorkerCommand @base, WorkerCommand head, SlicePilots pilots, Func<IDisposable?> bind, bool bound, CancellationToken cancellation)
{
    /// <summary>How many subjects a launch only drives, at most. Each takes its time to compile, and these make as many orders as there are launches.</summary>
    public const int MostBeside = 6;

    private const int MostFailures = 2;

    private readonly Dictionary<ComparedState, List<WorkerException>> failures = [];

    /// <summary>The subjects that were given up, with what was wrong. It is the head's failure only where the base failed less often.</summary>
    public IReadOnlyDictionary<ComparedState, WorkerException> GivenUp => failures.Where(failure => failure.Value.Count >= MostFailures).ToDictionary(
        failure => failure.Key, failure => Decisive(failure.Value));

    /// <summary>The failures of the head, a subject once; some of these subjects may have been measured all the same.</summary>
    public IEnumerable<(ComparedState Subject, WorkerException Failure)> FailuresOfHead =>
        failures.SelectMany(failure => failure.Value.Where(IsOfHead).Take(1), (failure, error) => (failure.Key, error));

    /// <summary>
    /// Runs the launches. Every launch takes the subjects in a random order of its own, the same on both sides: what ran
    /// before decides where the compiler and the collector put what runs next, so each launch has another layout, and the
    /// interval over launches covers it. Source of the idea: C. Curtsinger and E. D. Berger, STABILIZER, ASPLOS 2013,
    /// doi:10.1145/2451116.2451141.
    /// </summary>
    /// <param name="subjects">What is compared.</param>
    /// <param name="beside">What is only driven, so that the others' layout is as random where there are few of them; some of it in each launch.</param>
    /// <param name="launches">How many pairs of launches.</param>
    /// <param name="random">Decides every order.</param>
    /// <param name="finished">Told after each pair how many have ended.</param>
    /// <returns>The pairs of each launch, as they ended. A subject that fails twice is given up, and one that the base does not bear is left out.</returns>
    /// <exception cref="WorkerException">The workers can't be started, or are not bound as they must be.</exception>
    /// <exception cref="OperationCanceledException">The series was ended.</exception>
    public IEnumerable<PairedLaunch> Run(
        IReadOnlyList<ComparedState> subjects, IReadOnlyList<ComparedState> beside, int launches, Random random, Action<int>? finished = null)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        ArgumentNullException.ThrowIfNull(beside);
        ArgumentNullException.ThrowIfNull(random);
        var compared = subjects.ToHashSet();
        Learn(subjects.Concat(beside));
        for (var launch = 0; launch < launches; launch++)
        {
            var driven = beside.ToArray();
            random.Shuffle(driven);
            var taken = subjects.Count > 0 ? driven.Take(MostBeside) : driven;
            foreach (var paired in Launch([.. subjects.Concat(taken).Where(IsDriven)], compared, random))
            {
                yield return paired;
            }

            finished?.Invoke(launch + 1);
        }
    }

    /// <summary>Finds out how much work a slice of some subjects is, as far as that is not known; <see cref="Run"/> does so by itself.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <exception cref="WorkerException">The worker can't be started.</exception>
    /// <exception cref="OperationCanceledException">The series was ended.</exception>
    public void Learn(IEnumerable<ComparedState> subjects) =>
        pilots.Learn(subjects.Where(subject => !GivenUp.ContainsKey(subject)).Select(subject => subject.State));

    private IEnumerable<PairedLaunch> Launch(ComparedState[] subjects, HashSet<ComparedState> compared, Random random)
    {
        random.Shuffle(subjects);
        var next = 0;
        while (next < subjects.Length)
        {
            // A worker whose state has failed may still be busy with it; what is left goes to a fresh pair.
            using var pair = Start(random);
            for (var failed = false; next < subjects.Length && !failed; next++)
            {
                cancellation.ThrowIfCancellationRequested();
                var subject = subjects[next];
                var paired = Try(pair, subject, compared.Contains(subject) ? SlicePlan.Usual : SlicePlan.Unmeasured, random);
                failed = paired is null;
                if (paired is { Base.Count: > 0 })
                {
                    yield return paired;
                }
            }
        }
    }

    private bool IsDriven(ComparedState subject) => !GivenUp.ContainsKey(subject) && !pilots.IsOverloaded(subject.State);

    private PairedLaunch? Try(LaunchPair pair, ComparedState subject, SlicePlan plan, Random random)
    {
        try
        {
            return pair.Measure(subject, pilots.Of(subject.State), plan, random);
        }
        catch (WorkerException error)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!failures.TryGetValue(subject, out var known))
            {
                failures[subject] = known = [];
            }

            known.Add(error);
            return null;
        }
    }

    private WorkerException Decisive(List<WorkerException> errors) =>
        errors.Count(IsOfHead) * 2 > errors.Count ? errors.First(IsOfHead) : errors.First(error => !IsOfHead(error));

    private bool IsOfHead(WorkerException error) => error.Label == head.Label;

    private LaunchPair Start(Random random)
    {
        cancellation.ThrowIfCancellationRequested();
        using var binding = bind();
        var pair = StartTwice(random);
        if (!bound || (pair.Base.ProcessorCount == 1 && pair.Head.ProcessorCount == 1))
        {
            return pair;
        }

        pair.Dispose();
        throw new WorkerException(@base.Label, "was not bound to one processor, so that costs can't be compared.");
    }

    // A start that fails once may be the machine's doing; one that fails twice is the build's.
    private LaunchPair StartTwice(Random random)
    {
        try
        {
            return LaunchPair.Start(@base, head, random);
        }
        catch (WorkerException)
        {
            cancellation.ThrowIfCancellationRequested();
            return LaunchPair.Start(@base, head, random);
        }
    }
}
