using System.Runtime.CompilerServices;

namespace KeyedState.Harness;

/// <summary>Reads a key or adds 1 to one, in the proportion that the worker's role has.</summary>
/// <typeparam name="TDraws">How its keys are drawn.</typeparam>
internal struct ReadOrAddOperation<TDraws> : IOperation<ReadOrAddOperation<TDraws>, ValueTask<int>, int>
    where TDraws : struct, IDraws<TDraws>
{
    private TDraws draws;
    private ulong adds;

    public static ReadOrAddOperation<TDraws> Of(Scenario scenario, int worker) =>
        new() { draws = TDraws.Of(scenario, worker), adds = scenario.WritesOf(worker) };

    // The driver has looked whether the state adds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<int> Begin(IKeyedState state)
    {
        var key = draws.NextKey();
        return draws.Choice() < adds ? Unsafe.As<IAtomicAdd>(state).AddAsync(key, 1) : state.ReadAsync(key);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryEnd(ValueTask<int> call, ref int sum) => IntResult.TryTake(call, ref sum);

    public static int Summand(int result) => result;
}
