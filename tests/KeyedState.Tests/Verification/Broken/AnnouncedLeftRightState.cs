using System.Collections.Concurrent;

namespace KeyedState.Tests.Verification.Broken;

/// <summary>
/// Left-right: readers announce themselves and read one of two copies, the writer changes the other, turns the readers
/// over to it, waits for those announced, and repeats the change (P. Ramalhete, A. Correia: Left-Right, 2013).
/// </summary>
/// <param name="fenced">
/// Whether readers announce themselves with an exchange. Without it the processor may hold the announcing store back while
/// it loads which copy to read; the writer then sees no reader of the copy that it changes.
/// </param>
internal sealed class AnnouncedLeftRightState(bool fenced) : BrokenState
{
    private const int MostThreads = 4096;

    private readonly int[] announced = new int[MostThreads];
    private readonly ThreadLocal<int> slot = new();
    private readonly Side[] sides = [new(), new()];
    private readonly Lock writers = new();
    private readonly long divisor = 1_000_000_000_000;
    private int active;
    private int slots;

    protected override int Read(int key)
    {
        if (!slot.IsValueCreated)
        {
            slot.Value = Interlocked.Increment(ref slots) - 1;
        }

        ref var mine = ref announced[Place(slot.Value)];
        if (fenced)
        {
            Interlocked.Exchange(ref mine, 1);
        }
        else
        {
            Volatile.Write(ref mine, 1);
        }

        var value = sides[Volatile.Read(ref active)].Read(key);
        Volatile.Write(ref mine, 0);
        return value;
    }

    protected override void Write(int key, int value)
    {
        lock (writers)
        {
            var hidden = 1 - active;
            sides[hidden].Write(key, value);
            Interlocked.Exchange(ref active, hidden);
            AwaitReaders();
            sides[1 - hidden].Write(key, value);
        }
    }

    // As if the place were hashed: the processor divides twice to find that it adds nothing. Until it knows where the
    // announcing store goes it goes on with the loads behind it, which is what a fence would forbid.
    private int Place(int own) => own + (int)((long.MaxValue - own) / divisor / divisor);

    private void AwaitReaders()
    {
        var wait = new SpinWait();
        for (var i = 0; i < Volatile.Read(ref slots); i++)
        {
            while (Volatile.Read(ref announced[i]) != 0)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    // What is written in several steps, and read in several, shows who is there at the same time.
    private sealed class Side
    {
        private const int Words = 128;

        private readonly ConcurrentDictionary<int, int[]> map = new();

        public int Read(int key)
        {
            var words = map.GetValueOrDefault(key);
            if (words is null)
            {
                return 0;
            }

            var low = Volatile.Read(ref words[0]) & 0xFFFF;
            var last = 0;
            for (var i = 1; i < Words; i++)
            {
                last = Volatile.Read(ref words[i]);
            }

            return (last & ~0xFFFF) | low;
        }

        public void Write(int key, int value)
        {
            var words = map.GetOrAdd(key, static _ => new int[Words]);
            for (var i = 0; i < Words; i++)
            {
                Volatile.Write(ref words[i], value);
            }
        }
    }
}
