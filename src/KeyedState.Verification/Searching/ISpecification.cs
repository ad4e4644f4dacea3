namespace KeyedState.Verification;

/// <summary>What operations do when they are called one after the other.</summary>
/// <typeparam name="TOperation">An operation with what was seen of its answer.</typeparam>
/// <typeparam name="TState">What all that follows depends on. Never changed once made; equal states have the same future.</typeparam>
public interface ISpecification<TOperation, TState>
    where TState : IEquatable<TState>
{
    /// <summary>The state before the first operation.</summary>
    TState Initial { get; }

    /// <summary>Lets an operation take effect.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="after">The state after.</param>
    /// <returns>False when the operation would have answered otherwise than it did.</returns>
    bool TryApply(TState state, TOperation operation, out TState after);
}
