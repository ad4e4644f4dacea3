namespace KeyedState.Harness;

/// <summary>What the code of an exclusive update awaits.</summary>
internal interface IUpdateCode
{
    /// <summary>Awaits it.</summary>
    static abstract ValueTask AwaitAsync();
}
