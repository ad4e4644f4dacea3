namespace KeyedState.Harness;

/// <summary>
/// A kind of operation, as a type that a worker's loop is compiled for: the loop calls it without an indirection.
/// </summary>
/// <typeparam name="TCall">What the state's method returns: a value task of <typeparamref name="TResult"/>, or one without a result.</typeparam>
/// <typeparam name="TResult">The result; any type where there is none.</typeparam>
internal interface IOperation<TCall, TResult>
    where TCall : struct
{
    /// <summary>Draws an operation and calls the state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="draws">The worker's keys and values.</param>
    static abstract TCall Begin(IKeyedState state, ref Draws draws);

    /// <summary>Takes the result of a call that has completed.</summary>
    /// <param name="call">The call, which is of no further use if it has completed.</param>
    /// <param name="sum">Gets added what the result counts, so that it matters to the compiler.</param>
    /// <returns>False if the call must be awaited.</returns>
    static abstract bool TryEnd(TCall call, ref int sum);

    /// <summary>What a result adds to a worker's sum.</summary>
    /// <param name="result">The result.</param>
    static abstract int Summand(TResult result);
}
