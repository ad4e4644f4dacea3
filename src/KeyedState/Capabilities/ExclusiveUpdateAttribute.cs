namespace KeyedState;

/// <summary>What a state with <see cref="IExclusiveUpdate"/> declares about its updates. Each such state carries it.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExclusiveUpdateAttribute : Attribute
{
    /// <summary>What a plain read of the key does while an update's code runs.</summary>
    public required DuringUpdate Reads { get; init; }

    /// <summary>What operations on other keys do while an update's code runs.</summary>
    public required DuringUpdate OtherKeys { get; init; }

    /// <summary>What an update of the same key does that is awaited within an update's code.</summary>
    public required UpdateWithin SameKeyWithin { get; init; }
}
