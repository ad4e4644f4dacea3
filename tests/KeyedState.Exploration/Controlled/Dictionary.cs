using KeyedState.Exploration;

namespace KeyedState;

/// <summary>A dictionary that fails if it is touched while another thread writes, or written while another thread reads.</summary>
internal sealed class Dictionary<TKey, TValue> : System.Collections.Generic.Dictionary<TKey, TValue>
    where TKey : notnull
{
    private int readers;
    private bool isWritten;

    public new TValue this[TKey key]
    {
        set
        {
            FailIf(isWritten || readers > 0);
            isWritten = true;
            Schedule.Step();
            base[key] = value;
            isWritten = false;
        }
    }

    public new bool TryGetValue(TKey key, out TValue value)
    {
        FailIf(isWritten);
        readers++;
        Schedule.Step();
        var found = base.TryGetValue(key, out value!);
        readers--;
        return found;
    }

    private static void FailIf(bool isShared)
    {
        if (isShared)
        {
            Schedule.Fail("Two threads use the dictionary at once, and one of them writes.");
        }
    }
}
