namespace KeyedState.Tests.Verification.Broken;

/// <summary>Now and then makes a write again that was answered long ago, as a sender does that repeats what was not confirmed.</summary>
internal sealed class AppliedTwiceState : BrokenState
{
    private const int Period = 500;
    private const int Later = 20;

    private readonly Lock gate = new();
    private readonly Dictionary<int, int> map = [];
    private (int Key, int Value) kept;
    private int writes;

    protected override int Read(int key)
    {
        lock (gate)
        {
            return map.GetValueOrDefault(key);
        }
    }

    protected override void Write(int key, int value)
    {
        lock (gate)
        {
            map[key] = value;
            switch (++writes % Period)
            {
                case 0:
                    kept = (key, value);
                    break;
                case Later when writes > Period:
                    map[kept.Key] = kept.Value;
                    break;
            }
        }
    }
}
