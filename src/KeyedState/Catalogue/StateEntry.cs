namespace KeyedState;

/// <summary>One implementation in the catalogue: its type and what it declares.</summary>
/// <param name="Type">A class that implements <see cref="IKeyedState"/> and has a parameterless constructor.</param>
/// <param name="Declared">What the class declares about itself.</param>
public sealed record StateEntry(Type Type, StateAttribute Declared)
{
    private const string Suffix = "State";

    /// <summary>
    /// The identifier of the state on the command line, in stored results and among the benchmarks: the
    /// class name without its "State" suffix.
    /// </summary>
    public string Name => Type.Name[..^Suffix.Length];

    /// <summary>Whether the state is a bound rather than a design: it promises nothing and no check applies to it.</summary>
    public bool IsLimit => Declared.Family == StateFamily.Limit;

    /// <summary>Whether the state offers a capability: its class implements the capability's interface.</summary>
    /// <param name="capability">The capability.</param>
    public bool Offers(Capability capability) => InterfaceOf(capability).IsAssignableFrom(Type);

    /// <summary>Why the state doesn't offer a capability, as a clause; null where it offers it or says nothing.</summary>
    /// <param name="capability">The capability.</param>
    public string? WhyNot(Capability capability) =>
        LacksOf(Type).FirstOrDefault(lacks => lacks.Capability == capability)?.Because;

    /// <summary>What the state declares about its exclusive updates; null where it offers none.</summary>
    public ExclusiveUpdateAttribute? DeclaredUpdates => (ExclusiveUpdateAttribute?)Attribute.GetCustomAttribute(Type, typeof(ExclusiveUpdateAttribute));

    /// <summary>Makes a fresh, empty instance. It has no request that was made for another.</summary>
    public IKeyedState Create()
    {
        TurnRequestPool.StartAnew();
        return (IKeyedState)Activator.CreateInstance(Type)!;
    }

    /// <summary>Reads the entry of <paramref name="type"/>.</summary>
    /// <exception cref="InvalidOperationException">The class breaks a rule of the catalogue; the message says which.</exception>
    public static StateEntry Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var declared = (StateAttribute?)Attribute.GetCustomAttribute(type, typeof(StateAttribute))
            ?? throw new InvalidOperationException($"{type.Name} carries no [State(...)].");
        if (!typeof(IKeyedState).IsAssignableFrom(type))
        {
            throw new InvalidOperationException($"{type.Name} carries [State(...)] but does not implement {nameof(IKeyedState)}.");
        }

        if (!type.Name.EndsWith(Suffix, StringComparison.Ordinal) || type.Name.Length == Suffix.Length)
        {
            throw new InvalidOperationException($"{type.Name} must be named after its mechanism and end in '{Suffix}'.");
        }

        if (type.GetConstructor(Type.EmptyTypes) is null)
        {
            throw new InvalidOperationException($"{type.Name} needs a public parameterless constructor.");
        }

        if (declared is { OneThread: true, Family: not StateFamily.Limit })
        {
            throw new InvalidOperationException($"{type.Name} declares OneThread, which only a limit may.");
        }

        var entry = new StateEntry(type, declared);
        entry.CheckCapabilities();
        return entry;
    }

    private static IEnumerable<LacksAttribute> LacksOf(Type type) => type.GetCustomAttributes(typeof(LacksAttribute), inherit: false).Cast<LacksAttribute>();

    private static Type InterfaceOf(Capability capability) => capability switch
    {
        Capability.Add => typeof(IAtomicAdd),
        Capability.Transfer => typeof(IAtomicTransfer),
        Capability.Snapshot => typeof(IAtomicSnapshot),
        Capability.ExclusiveUpdate => typeof(IExclusiveUpdate),
        _ => throw new ArgumentOutOfRangeException(nameof(capability), capability, "There is no such capability."),
    };

    private void CheckCapabilities()
    {
        if (LacksOf(Type).FirstOrDefault(lacks => Offers(lacks.Capability)) is { } lacks)
        {
            throw new InvalidOperationException($"{Type.Name} carries [Lacks({lacks.Capability}, ...)] but implements {InterfaceOf(lacks.Capability).Name}.");
        }

        if (Offers(Capability.ExclusiveUpdate) != (DeclaredUpdates is not null))
        {
            throw new InvalidOperationException($"{Type.Name} needs both or neither of {nameof(IExclusiveUpdate)} and [ExclusiveUpdate(...)].");
        }
    }
}
