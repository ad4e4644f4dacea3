namespace KeyedState.Stores;

/// <summary>One key's value as it is stored.</summary>
[GenerateSerializer]
internal sealed class StoredValue
{
    /// <summary>The value; 0 if the key was never written.</summary>
    [Id(0)]
    public int Value { get; set; }
}
