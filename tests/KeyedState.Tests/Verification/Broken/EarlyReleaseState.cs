namespace KeyedState.Tests.Verification.Broken;

/// <summary>Readers find a key's entry under the lock and read it after they let go of the lock, when it may have moved.</summary>
internal sealed class EarlyReleaseState : BrokenState
{
    private const int MostKeys = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<int, int> places = [];
    private readonly int[] keys = new int[MostKeys];
    private readonly int[] values = new int[MostKeys];

    protected override int Read(int key)
    {
        int place;
        lock (gate)
        {
            if (!places.TryGetValue(key, out place))
            {
                return 0;
            }
        }

        LetOthersInNowAndThen();
        return Volatile.Read(ref values[place]);
    }

    protected override void Write(int key, int value)
    {
        lock (gate)
        {
            // What was written last comes first.
            if (!places.TryGetValue(key, out var place))
            {
                place = places.Count;
            }

            (keys[place], values[place]) = (keys[0], values[0]);
            places[keys[place]] = place;
            (keys[0], values[0]) = (key, value);
            places[key] = 0;
        }
    }
}
