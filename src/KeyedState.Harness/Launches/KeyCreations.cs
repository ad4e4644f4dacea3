namespace KeyedState.Harness;

/// <summary>The ways to have asynchronous code make a key's value that the suite counts the runs of.</summary>
public static class KeyCreations
{
    /// <summary>All, each with its name in tables.</summary>
    public static IReadOnlyList<(string Name, Func<IKeyCreation> Create)> All { get; } =
    [
        ("TryGetValue, await the code, GetOrAdd", () => new CheckedCreation()),
        ("ConcurrentDictionary of Task<TValue>, GetOrAdd", () => new TaskCreation()),
        ("ConcurrentDictionary of Lazy<Task<TValue>>, GetOrAdd", () => new LazyTaskCreation()),
        ("exclusive update, SemaphoreSlim per key", () => new UpdateCreation(new SemaphoreSlimPerKeyState())),
        ("exclusive update, own mailbox per key", () => new UpdateCreation(new MailboxPerKeyState())),
    ];
}
