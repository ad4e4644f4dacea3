namespace KeyedState.Tests.Contract;

/// <summary>States that each break the contract in one way, to show that the checks see it.</summary>
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

        protected abstract void Write(int key, int value);
    }
}
