namespace KeyedState;

/// <summary>
/// What an implementation of <see cref="IKeyedState"/> declares about itself. A class that carries it
/// is part of the suite: the tests, the list, the checks and the report find it by this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateAttribute : Attribute
{
    /// <summary>The name people read in a report, such as "TaskCompletionSource owner".</summary>
    public required string Title { get; init; }

    /// <summary>The idea by which the state is owned.</summary>
    public required StateFamily Family { get; init; }

    /// <summary>When and where a caller goes on.</summary>
    public required ReplyMode Replies { get; init; }

    /// <summary>What a caller that blocks after its reply does to the others.</summary>
    public required BlockingCallerEffect BlockingCaller { get; init; }

    /// <summary>
    /// Whether an operation allocates nothing beyond what its callers themselves cost: the empty state's
    /// allocations where it may reply at once, the asynchronous floor's where it never does.
    /// </summary>
    public required bool AllocationFree { get; init; }

    /// <summary>
    /// Whether operations throw <see cref="ObjectDisposedException"/> after disposal. States that own a
    /// queue, a worker or a connection do; the others have nothing to close and go on working.
    /// </summary>
    public required bool ThrowsAfterDispose { get; init; }

    /// <summary>
    /// Whether all callers must be on one thread. Only a limit may declare it: whatever is a design is safe for
    /// any number of concurrent callers.
    /// </summary>
    public bool OneThread { get; init; }

    /// <summary>
    /// Whether only the full suite measures it, and the gate when it is asked by name. The headline keeps to ten minutes
    /// with the one or two states of each family that most people choose between.
    /// </summary>
    public bool FullSuiteOnly { get; init; }

    /// <summary>
    /// The data structure, where it is one of this suite's own that other states don't have, such as "probed table"; null
    /// elsewhere. States with the same one show how much of a figure is the data structure's.
    /// </summary>
    public string? OwnTable { get; init; }

    /// <summary>
    /// Why the state's figures depend on how closely reads and writes alternate, as a clause such as "what several writes put off
    /// is done once, by the next read"; null where they do not. Such figures hold for the length of the workers' runs that they
    /// were taken at, and the report says so with the reason.
    /// </summary>
    public string? DependsOnAlternation { get; init; }

    /// <summary>
    /// The type of .NET that guards or owns the map and that a user can take as it is, such as "ConcurrentDictionary"; null where
    /// the state stands on a package, or where its own code does that.
    /// </summary>
    public string? DotNetType { get; init; }

    /// <summary>
    /// The package whose engine the state stands on, such as "Akka"; null where it needs the base class library only.
    /// The package's name and version stand in the list and in stored runs.
    /// </summary>
    public string? Package { get; init; }

    /// <summary>One line that says how the state works, without a full stop.</summary>
    public required string HowItWorks { get; init; }
}
