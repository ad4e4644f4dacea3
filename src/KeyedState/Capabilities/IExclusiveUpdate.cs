namespace KeyedState;

/// <summary>A state that runs the caller's asynchronous code between a key's read and its write, and lets nobody else write the key meanwhile.</summary>
public interface IExclusiveUpdate
{
    /// <summary>Sets the value of <paramref name="key"/> to what <paramref name="update"/> makes of it.</summary>
    /// <remarks>
    /// <para>
    /// The code runs once. From its start to the end of its task, no other update of the key runs, and plain writes,
    /// adds and transfers of the key wait. Whether plain reads wait or see the value from before is declared:
    /// <see cref="ExclusiveUpdateAttribute.Reads"/>. Whether operations on other keys wait as well is declared too:
    /// <see cref="ExclusiveUpdateAttribute.OtherKeys"/>.
    /// </para>
    /// <para>
    /// If the code throws or is cancelled, the key keeps its value and is free again, and the task ends in the same way. What an update
    /// of the same key that is awaited within the code does is declared: <see cref="ExclusiveUpdateAttribute.SameKeyWithin"/>.
    /// </para>
    /// <para>
    /// The state may be disposed of while the code runs: the update then completes or fails, and the disposal completes, provided
    /// that the code waits neither for the disposal nor for what waits for the code.
    /// </para>
    /// </remarks>
    /// <param name="key">Any integer; a key that was never written has the value 0.</param>
    /// <param name="update">Given the value and <paramref name="cancellationToken"/>; returns the new value.</param>
    /// <param name="cancellationToken">Ends the wait for the key; after that it is the code's to heed.</param>
    /// <returns>The value before.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled before the code began, or the code ended so.</exception>
    /// <exception cref="ObjectDisposedException">The state was disposed of and declares that it throws then.</exception>
    ValueTask<int> UpdateAsync(int key, Func<int, CancellationToken, ValueTask<int>> update, CancellationToken cancellationToken = default);
}
