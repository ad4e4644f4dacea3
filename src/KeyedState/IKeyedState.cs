namespace KeyedState;

/// <summary>
/// A map from <see cref="int"/> to <see cref="int"/> that any number of callers share.
/// </summary>
/// <remarks>
/// <para>
/// Every implementation is linearizable per key: each operation takes effect at one instant between
/// its call and its completion, and a read returns the value of the latest write to that key before
/// its own instant. Keys are any <see cref="int"/>, negative ones included, and their number has no
/// bound that is known in advance.
/// </para>
/// <para>
/// Operations may be called from any thread, concurrently. A returned <see cref="ValueTask"/> is
/// awaited at most once, as the type demands.
/// </para>
/// <para>
/// <see cref="IAsyncDisposable.DisposeAsync"/> completes or fails every outstanding operation and
/// never hangs. What an operation does afterwards is declared:
/// <see cref="StateAttribute.ThrowsAfterDispose"/>.
/// </para>
/// </remarks>
public interface IKeyedState : IAsyncDisposable
{
    /// <summary>Reads the value of <paramref name="key"/>.</summary>
    /// <param name="key">Any integer.</param>
    /// <returns>The value, or 0 for a key that was never written.</returns>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    ValueTask<int> ReadAsync(int key);

    /// <summary>Sets the value of <paramref name="key"/>.</summary>
    /// <param name="key">Any integer.</param>
    /// <param name="value">Any integer; the last write to a key wins.</param>
    /// <returns>A task that completes once every later read sees the value.</returns>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    ValueTask WriteAsync(int key, int value);
}
