using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Moves a small amount between two keys.</summary>
internal struct TransferOperation : IOperation<TransferOperation, ValueTask<TransferResult>, TransferResult>
{
    private Draws draws;
    private int keys;

    public static TransferOperation Of(Scenario scenario, int worker) => new() { draws = new Draws(scenario, worker), keys = scenario.Keys.Count };

    // The driver has looked whether the state transfers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<TransferResult> Begin(IKeyedState state)
    {
        var source = draws.NextKey();
        var target = draws.OtherKey(source, keys);
        return Unsafe.As<IAtomicTransfer>(state).TransferAsync(source, target, 1 + draws.Value());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<TransferResult> call, ref int sum)
    {
        if (!call.IsCompleted)
        {
            return false;
        }

        sum += Summand(call.Result);
        return true;
    }

    public static int Summand(TransferResult result) => result.SourceBefore;
}
