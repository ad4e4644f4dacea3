namespace KeyedState.Tests;

/// <summary>States that are each wrong in one way. A check that does not catch them checks nothing.</summary>
internal static class BrokenStates
{
    private const int Period = 37;

    /// <summary>Loses a write now and then.</summary>
    public sealed class LostWrite : Broken
    {
        protected override void Write(int key, int value)
        {
            if (++Writes % Period != 0)
            {
                Map[key] = value;
            }
        }
    }

    /// <summary>Keeps keys together that lie 2^16 apart.</summary>
    public sealed class AnotherKeysValue : Broken
    {
        protected override int Read(int key) => Map.GetValueOrDefault(key & 0xFFFF);

        protected override void Write(int key, int value) => Map[key & 0xFFFF] = value;
    }

    /// <summary>Answers a read now and then with what the key held before its last write, which is long done.</summary>
    public sealed class StaleRead : Broken
    {
        private readonly Dictionary<int, int> before = [];
        private int reads;

        protected override int Read(int key) => (++reads % Period == 0 ? before : Map).GetValueOrDefault(key);

        protected override void Write(int key, int value)
        {
            before[key] = Map.GetValueOrDefault(key);
            Map[key] = value;
        }
    }

    /// <summary>Carries a write out only when the next one comes.</summary>
    public sealed class LateWrite : Broken
    {
        private (int Key, int Value)? next;

        protected override void Write(int key, int value)
        {
            if (next is { } write)
            {
                Map[write.Key] = write.Value;
            }

            next = (key, value);
        }
    }

    /// <summary>Answers a read now and then with a neighbouring key's value.</summary>
    public sealed class MixedUpKeys : Broken
    {
        private int reads;

        protected override int Read(int key) => Map.GetValueOrDefault(++reads % Period == 0 ? (key + 1) % 5 : key);
    }

    /// <summary>Makes up what it answers now and then.</summary>
    public sealed class MadeUpValue : Broken
    {
        private int reads;

        protected override int Read(int key) => ++reads % Period == 0 ? 1_000_000_000 : Map.GetValueOrDefault(key);
    }

    /// <summary>Forgets everything after a thousand writes.</summary>
    public sealed class Forgetful : Broken
    {
        protected override void Write(int key, int value)
        {
            Map[key] = value;
            if (++Writes % 1000 == 0)
            {
                Map.Clear();
            }
        }
    }

    /// <summary>A lock and a dictionary that are right by themselves.</summary>
    public abstract class Broken : IKeyedState
    {
        private readonly Lock gate = new();

        protected Dictionary<int, int> Map { get; } = [];

        protected int Writes { get; set; }

        public ValueTask<int> ReadAsync(int key)
        {
            lock (gate)
            {
                return new(Read(key));
            }
        }

        public ValueTask WriteAsync(int key, int value)
        {
            lock (gate)
            {
                Write(key, value);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            return ValueTask.CompletedTask;
        }

        protected virtual int Read(int key) => Map.GetValueOrDefault(key);

        protected virtual void Write(int key, int value) => Map[key] = value;
    }
}
