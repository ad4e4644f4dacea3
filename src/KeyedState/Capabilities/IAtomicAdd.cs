namespace KeyedState;

/// <summary>A state that changes a key's value by an amount in one step.</summary>
public interface IAtomicAdd
{
    /// <summary>Adds <paramref name="amount"/> to the value of <paramref name="key"/>.</summary>
    /// <remarks>
    /// The read of the value and the write of the sum take effect at one instant between the call and its completion, together with
    /// plain reads and writes of the key. The sum wraps around at the bounds of <see cref="int"/>.
    /// </remarks>
    /// <param name="key">Any integer; a key that was never written has the value 0.</param>
    /// <param name="amount">Any integer.</param>
    /// <returns>The value before.</returns>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    ValueTask<int> AddAsync(int key, int amount);
}
