namespace KeyedState.Regression;

/// <summary>
/// One launch of each build. Both live at the same time and take turns, strictly one at a time, so that what else the
/// machine does meets both alike.
/// </summary>
public sealed class LaunchPair : IDisposable
{
    private static readonly TimeSpan HelloLimit = TimeSpan.FromSeconds(30);

    private readonly WorkerProcess[] workers;

    private LaunchPair(WorkerProcess[] workers, HelloReply[] hellos)
    {
        this.workers = workers;
        Base = hellos[(int)Side.Base];
        Head = hellos[(int)Side.Head];
    }

    /// <summary>Who the base's worker says it is.</summary>
    public HelloReply Base { get; }

    /// <summary>Who the head's worker says it is.</summary>
    public HelloReply Head { get; }

    /// <summary>Starts both workers; each inherits the processor mask of the calling thread.</summary>
    /// <param name="base">How the base's worker is started.</param>
    /// <param name="head">How the head's is.</param>
    /// <param name="random">Decides who is started first.</param>
    /// <exception cref="WorkerException">One did not start or did not say who it is; neither is left behind.</exception>
    public static LaunchPair Start(WorkerCommand @base, WorkerCommand head, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var workers = new WorkerProcess?[2];
        try
        {
            // On this thread, whose processor mask they inherit.
            foreach (var side in InRandomOrder(random))
            {
                workers[(int)side] = WorkerProcess.Start(side == Side.Base ? @base : head);
            }

            var hellos = workers.Select(worker => Task.Run(() => worker!.Ask<HelloReply>(new WorkerRequest(WorkerTask.Hello), HelloLimit)));
            return new LaunchPair(workers!, Task.WhenAll(hellos).GetAwaiter().GetResult());
        }
        catch (WorkerException)
        {
            foreach (var worker in workers)
            {
                worker?.Dispose();
            }

            throw;
        }
    }

    /// <summary>Runs a subject's slices.</summary>
    /// <param name="subject">A subject whose state both builds have.</param>
    /// <param name="work">What a slice of its state is.</param>
    /// <param name="plan">How many.</param>
    /// <param name="random">Decides the order of each block.</param>
    /// <returns>The slices of both sides at one distance of the cores; none where they moved too often, or where the plan keeps none.</returns>
    /// <exception cref="WorkerException">A worker or its state failed.</exception>
    public PairedLaunch Measure(ComparedState subject, SliceWork work, SlicePlan plan, Random random)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(random);
        for (var warm = 0; warm < plan.Warm; warm++)
        {
            // In turn, since a pool that shares the cores may take on more threads. Whoever comes second here may go on at once
            // with its caches still warm, so neither may always be second.
            var seed = work.DrawSeed(random);
            foreach (var side in InRandomOrder(random))
            {
                Run(side, subject, work, seed);
            }
        }

        List<Slice>[] slices = [[], []];
        for (var block = 0; block < plan.Blocks; block++)
        {
            var order = InRandomOrder(random);
            var seed = work.DrawSeed(random);
            foreach (var side in (Side[])[order[0], order[1], order[1], order[0]])
            {
                slices[(int)side].Add(Run(side, subject, work, seed));
            }
        }

        return new PairedLaunch(subject, slices[(int)Side.Base], slices[(int)Side.Head]).AtOneDistance();
    }

    /// <summary>Ends both workers.</summary>
    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Dispose();
        }
    }

    private static Side[] InRandomOrder(Random random) => random.Next(2) == 0 ? [Side.Base, Side.Head] : [Side.Head, Side.Base];

    private Slice Run(Side side, ComparedState subject, SliceWork work, int seed) =>
        work.Run(workers[(int)side], subject, side == Side.Base ? subject.BaseAmount : subject.HeadAmount, seed);
}
