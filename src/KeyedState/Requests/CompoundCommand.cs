namespace KeyedState;

/// <summary>An operation of several steps as a message to the owner of a dictionary.</summary>
/// <typeparam name="T">What the caller is told.</typeparam>
internal abstract class CompoundCommand<T> : ICompoundCommand
    where T : struct
{
    /// <inheritdoc cref="ICompoundCommand.Apply"/>
    public abstract T Apply(Dictionary<int, int> map);

    object ICompoundCommand.Apply(Dictionary<int, int> map) => Apply(map);
}
