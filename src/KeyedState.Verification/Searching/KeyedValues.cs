namespace KeyedState.Verification;

/// <summary>The values of a few keys. Never changed once made.</summary>
/// <param name="values">The values; whoever made them leaves them alone from here on.</param>
public sealed class KeyedValues(int[] values) : IEquatable<KeyedValues>
{
    /// <summary>The value of a key by its place.</summary>
    /// <param name="place">From 0.</param>
    public int this[int place] => values[place];

    /// <summary>The same values but for one.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="value">The new value.</param>
    public KeyedValues With(int place, int value)
    {
        int[] others = [.. values];
        others[place] = value;
        return new(others);
    }

    /// <inheritdoc/>
    public bool Equals(KeyedValues? other) => other is not null && values.AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KeyedValues);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    private ReadOnlySpan<int> AsSpan() => values;
}
