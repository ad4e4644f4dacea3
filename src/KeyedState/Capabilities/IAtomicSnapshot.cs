namespace KeyedState;

/// <summary>A state that reads several keys at one instant.</summary>
public interface IAtomicSnapshot
{
    /// <summary>Reads the values that <paramref name="keys"/> have at one instant between the call and its completion.</summary>
    /// <param name="keys">The keys, in any order; one may occur more than once. The caller leaves them alone until the task completes.</param>
    /// <param name="values">
    /// Gets the value of each key in the place that the key has among the keys, 0 for one that was never written. At least as long
    /// as the keys; places beyond them stay as they are. The caller leaves it alone until the task completes. It
    /// doesn't overlap the keys.
    /// </param>
    /// <returns>A task that completes once the values are there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer places than keys.</exception>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    ValueTask SnapshotAsync(ReadOnlyMemory<int> keys, Memory<int> values);
}
