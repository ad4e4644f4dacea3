namespace KeyedState.Stores;

/// <summary>Does nothing.</summary>
internal interface IIdleGrain : IGrainWithIntegerKey
{
    /// <summary>Answers.</summary>
    ValueTask CallAsync();
}
