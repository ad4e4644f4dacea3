namespace KeyedState;

/// <summary>A way to have asynchronous code make the value of a key that has none, of those that people write.</summary>
/// <remarks>They differ in how often the code runs where several callers come at once, and in what becomes of a failure.</remarks>
public interface IKeyCreation
{
    /// <summary>The value of a key, made if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="create">Makes the value; never 0.</param>
    /// <exception cref="Exception">Whatever the code threw, now or, where failures are kept, before.</exception>
    Task<int> GetOrAddAsync(int key, Func<int, Task<int>> create);
}
