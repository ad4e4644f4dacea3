namespace KeyedState.Regression;

/// <summary>One request to a worker: a JSON object on one line.</summary>
/// <param name="Do">What to do.</param>
/// <param name="State">The state's name, or the way's for <see cref="WorkerTask.Create"/>; not for <see cref="WorkerTask.Hello"/>.</param>
/// <param name="Plant">What to plant into the state; null for nothing. For <see cref="WorkerTask.Slice"/> and <see cref="WorkerTask.Latency"/> only.</param>
/// <param name="Amount">How much of it; what it counts depends on the plant.</param>
/// <param name="Operations">How many operations to check, at least; 0 for the worker's own number. For <see cref="WorkerTask.Check"/> only.</param>
/// <param name="Seed">What the check's keys and kinds of operation are drawn from. For <see cref="WorkerTask.Check"/> only.</param>
/// <param name="Plan">
/// What to do, in the worker's own words: for <see cref="WorkerTask.Slice"/> and <see cref="WorkerTask.Series"/> as a <see cref="PilotReply"/> had it, for
/// <see cref="WorkerTask.Pilot"/> everything but the work, for <see cref="WorkerTask.Latency"/> the loop; null for what the worker does by itself.
/// </param>
/// <param name="WindowMilliseconds">How long an iteration is to take. For <see cref="WorkerTask.Pilot"/> only.</param>
/// <param name="LongestWindowMilliseconds">
/// How long it is to take where more than one collection comes due in that; less for the same as without. For <see cref="WorkerTask.Pilot"/> only.
/// </param>
/// <param name="RunMicroseconds">How long a worker is to go on before it yields. For <see cref="WorkerTask.Pilot"/> only.</param>
/// <param name="Iterations">How many iterations, or races, there are to be. For <see cref="WorkerTask.Series"/> and <see cref="WorkerTask.Create"/> only.</param>
public sealed record WorkerRequest(
    WorkerTask Do,
    string? State = null,
    string? Plant = null,
    int Amount = 0,
    int Operations = 0,
    int Seed = 0,
    string? Plan = null,
    double WindowMilliseconds = 0,
    double LongestWindowMilliseconds = 0,
    double RunMicroseconds = 0,
    int Iterations = 0);
