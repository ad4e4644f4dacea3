namespace KeyedState.Frameworks;

/// <summary>A caller's code on its way to a grain of the same process. Orleans copies what a grain is sent, unless it never changes.</summary>
[GenerateSerializer]
[Immutable]
internal sealed class LocalUpdate
{
    /// <summary>The code and its reply. No other process could be sent it.</summary>
    [field: NonSerialized]
    public ExclusiveUpdateRequest? Request { get; init; }
}
