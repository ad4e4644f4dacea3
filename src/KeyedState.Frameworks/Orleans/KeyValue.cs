namespace KeyedState.Frameworks;

/// <summary>One key's value, of which Orleans gives each transaction that writes it a copy.</summary>
[GenerateSerializer]
internal sealed class KeyValue
{
    /// <summary>The value; 0 if the key was never written.</summary>
    [Id(0)]
    public int Value { get; set; }
}
