namespace KeyedState.Harness;

/// <summary>Writes a key that no other worker uses, which tells how long callers of other keys are held up.</summary>
internal struct WriteApartOperation : IOperation<WriteApartOperation, ValueTask, int>
{
    private int key;
    private int value;

    public static WriteApartOperation Of(Scenario scenario, int worker) => new() { key = scenario.Keys.Count + worker };

    public ValueTask Begin(IKeyedState state) => state.WriteAsync(key, value++);

    public static bool TryEnd(ValueTask call, ref int sum) => NoResult.TryTake(call);

    public static int Summand(int result) => 0;
}
