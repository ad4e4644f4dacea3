using System.Collections.Concurrent;

namespace KeyedState.Tests.Harness;

/// <summary>States that are wrong on purpose. A check that does not catch them checks nothing.</summary>
internal static class BrokenStates
{
    /// <summary>Drops every hundredth write.</summary>
    internal sealed class LosesWrites : Broken
    {
        private int writes;

        protected override void Write(int key, int value)
        {
            if (Interlocked.Increment(ref writes) % 100 != 0)
            {
                base.Write(key, value);
            }
        }
    }

    /// <summary>Answers every thousandth read with another key's value.</summary>
    internal sealed class MixesUpKeys : Broken
    {
        private int reads;

        protected override int Read(int key) =>
            Interlocked.Increment(ref reads) % 1000 == 0 ? base.Read((key + 1) % 5) : base.Read(key);
    }

    /// <summary>Answers every thousandth read with the first value that the key ever had.</summary>
    internal sealed class ReadsStale : Broken
    {
        private readonly ConcurrentDictionary<int, int> first = new();
        private int reads;

        protected override int Read(int key) =>
            Interlocked.Increment(ref reads) % 1000 == 0 ? first.GetValueOrDefault(key) : base.Read(key);

        protected override void Write(int key, int value)
        {
            first.TryAdd(key, value);
            base.Write(key, value);
        }
    }

    /// <summary>Makes up the value of every thousandth read.</summary>
    internal sealed class MakesUpValues : Broken
    {
        private int reads;

        protected override int Read(int key) =>
            Interlocked.Increment(ref reads) % 1000 == 0 ? 1_000_000_000 : base.Read(key);
    }

    /// <summary>Applies each write only when the next one comes.</summary>
    internal sealed class WritesLate : Broken
    {
        private readonly Lock gate = new();
        private (int Key, int Value)? pending;

        protected override void Write(int key, int value)
        {
            lock (gate)
            {
                if (pending is var (oldKey, oldValue))
                {
                    base.Write(oldKey, oldValue);
                }

                pending = (key, value);
            }
        }
    }

    /// <summary>Forgets everything after a thousand writes.</summary>
    internal sealed class ForgetsAll : Broken
    {
        private int writes;

        protected override void Write(int key, int value)
        {
            base.Write(key, value);
            if (Interlocked.Increment(ref writes) % 1000 == 0)
            {
                Map.Clear();
            }
        }
    }

    /// <summary>A right state with two places to go wrong.</summary>
    internal abstract class Broken : IKeyedState
    {
        protected ConcurrentDictionary<int, int> Map { get; } = new();

        public ValueTask<int> ReadAsync(int key) => new(Read(key));

        public ValueTask WriteAsync(int key, int value)
        {
            Write(key, value);
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        protected virtual int Read(int key) => Map.GetValueOrDefault(key);

        protected virtual void Write(int key, int value) => Map[key] = value;
    }
}
