namespace KeyedState.Verification;

/// <summary>The changes of a key by one writer, one after the other, until the engine was killed. Each gives the key a value that it never had.</summary>
/// <param name="Key">The key; 0 or more and below <see cref="Stride"/>.</param>
/// <param name="Begun">How many were begun.</param>
/// <param name="Acknowledged">How many of these were acknowledged: all, or all but the last.</param>
public sealed record KeyWrites(int Key, int Begun, int Acknowledged)
{
    /// <summary>How far apart the values of two changes of a key are, and the number of keys that have values of their own.</summary>
    public const int Stride = 64;

    /// <summary>The value after a key's changes up to one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="change">The change's number, from 1; 0 for none, after which there is no value, which is read as 0.</param>
    public static int ValueAfter(int key, int change) => change == 0 ? 0 : (change * Stride) + key;

    /// <summary>Which change gave the key a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its number; 0 for no value; null where no change that was begun gives that value.</returns>
    public int? ChangeOf(int value)
    {
        var change = value == 0 ? 0 : (int)(((long)value - Key) / Stride);
        return change >= 0 && change <= Begun && ValueAfter(Key, change) == value ? change : null;
    }
}
