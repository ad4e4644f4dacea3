namespace KeyedState;

/// <summary>An exclusive update that calls the code where the key has no value yet, as any state that offers them can be used.</summary>
/// <param name="state">The state.</param>
public sealed class UpdateCreation(IExclusiveUpdate state) : IKeyCreation
{
    /// <inheritdoc/>
    public async Task<int> GetOrAddAsync(int key, Func<int, Task<int>> create)
    {
        var value = 0;
        await state.UpdateAsync(key, async (before, _) => value = before != 0 ? before : await create(key));
        return value;
    }
}
