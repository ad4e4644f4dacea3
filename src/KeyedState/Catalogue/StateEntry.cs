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

        return declared is { OneThread: true, Family: not StateFamily.Limit }
            ? throw new InvalidOperationException($"{type.Name} declares OneThread, which only a limit may.")
            : new StateEntry(type, declared);
    }
}
