using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Reads a key or writes one, in the proportion that the worker's role has.</summary>
/// <typeparam name="TDraws">How its keys are drawn.</typeparam>
internal struct ReadOrWriteOperation<TDraws> : IOperation<ReadOrWriteOperation<TDraws>, ValueTask<int>, int>
    where TDraws : struct, IDraws<TDraws>
{
    private TDraws draws;
    private ulong writes;
    private WriteAnswer answer;

    public static ReadOrWriteOperation<TDraws> Of(Scenario scenario, int worker) => new()
    {
        draws = TDraws.Of(scenario, worker),
        writes = scenario.WritesOf(worker),
        answer = new WriteAnswer(),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<int> Begin(IKeyedState state)
    {
        var key = draws.NextKey();
        return draws.Choice() < writes ? answer.Of(state.WriteAsync(key, draws.Value())) : state.ReadAsync(key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<int> call, ref int sum) => IntResult.TryTake(call, ref sum);

    public static int Summand(int result) => result;
}
