namespace KeyedState.Tests.Verification.Broken;

/// <summary>Publishes a changed copy of the map without looking whether another was published meanwhile.</summary>
internal sealed class LostUpdateState : BrokenState
{
    private volatile Dictionary<int, int> map = [];

    protected override int Read(int key) => map.GetValueOrDefault(key);

    protected override void Write(int key, int value)
    {
        var copy = new Dictionary<int, int>(map);
        LetOthersInNowAndThen();
        copy[key] = value;
        map = copy;
    }
}
