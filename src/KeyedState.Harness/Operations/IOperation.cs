namespace KeyedState.Harness;

/// <summary>
/// One worker's operations of a kind, as a type that a worker's loop is compiled for: the loop calls it without an indirection.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="TCall">What the state's method returns: a value task of <typeparamref name="TResult"/>, or one without a result.</typeparam>
/// <typeparam name="TResult">The result; any type where there is none.</typeparam>
internal interface IOperation<TSelf, TCall, TResult>
    where TSelf : struct, IOperation<TSelf, TCall, TResult>
    where TCall : struct
{
    /// <summary>The operations of a worker; the same every time.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="worker">The worker's number from 0.</param>
    static abstract TSelf Of(Scenario scenario, int worker);

    /// <summary>Draws an operation and calls the state, which offers what the operation needs.</summary>
    /// <param name="state">The state.</param>
    TCall Begin(IKeyedState state);

    /// <summary>Takes the result of a call that has completed.</summary>
    /// <param name="call">The call, which is of no further use if it has completed.</param>
    /// <param name="sum">Gets added what the result counts, so that it matters to the compiler.</param>
    /// <returns>False if the call must be awaited.</returns>
    static abstract bool TryEnd(TCall call, ref int sum);

    /// <summary>What a result adds to a worker's sum.</summary>
    /// <param name="result">The result.</param>
    static abstract int Summand(TResult result);
}
