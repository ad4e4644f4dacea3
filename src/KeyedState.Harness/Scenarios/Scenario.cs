using System.Collections;

namespace KeyedState.Harness;

/// <summary>What the callers of a state do.</summary>
/// <param name="Name">The name in reports; without the characters ; and =.</param>
/// <param name="Roles">The workers by role, in the order in which they are numbered; each role once.</param>
/// <param name="Keys">The keys that operations are on.</param>
/// <param name="Values">Values are drawn from 0 to <paramref name="Values"/> − 1; 1 or more.</param>
/// <param name="Seed">The seed that all keys and values are drawn from.</param>
/// <param name="OwnThreads">Whether each worker has a thread of its own, instead of being a task of the thread pool.</param>
public sealed record Scenario(string Name, IReadOnlyList<Role> Roles, KeySpace Keys, int Values, int Seed, bool OwnThreads = false)
{
    /// <summary>
    /// The scenario of Go by Example's "Stateful Goroutines": 100 readers and 10 writers of keys 0–4 and
    /// values 0–99.
    /// </summary>
    public static Scenario GoByExample { get; } = new(
        "Go by Example",
        [new("readers", OperationKind.Read, 100), new("writers", OperationKind.Write, 10)],
        new KeySpace(5),
        Values: 100,
        Seed: 20_251_108);

    /// <summary>What a state must offer for it, beside plain reads and writes.</summary>
    public IEnumerable<Capability> Needs => Roles.Select(role => role.Operation.Needs()).OfType<Capability>().Distinct();

    /// <summary>Whether its operations leave the sum over all keys as it is, or let it grow by 1 for each that adds.</summary>
    public bool KeepsSum => Roles.All(role => role.Operation != OperationKind.Write && !role.Operation.IsMixed());

    /// <summary>How many workers there are.</summary>
    public int Workers => Roles.Sum(role => role.Workers);

    /// <summary>The role of a worker.</summary>
    /// <param name="worker">Its number, from 0 to <see cref="Workers"/> − 1.</param>
    /// <returns>The index of its role.</returns>
    public int RoleOf(int worker)
    {
        var role = 0;
        for (var before = Roles[0].Workers; worker >= before; before += Roles[role].Workers)
        {
            role++;
        }

        return role;
    }

    /// <summary>The workers of a role, by their numbers.</summary>
    /// <param name="role">Its index.</param>
    internal Range WorkersOf(int role)
    {
        var first = Roles.Take(role).Sum(one => one.Workers);
        return first..(first + Roles[role].Workers);
    }

    /// <summary>Below which of 2³² numbers, all as likely, an operation of a worker writes or adds instead of reading.</summary>
    /// <param name="worker">Its number.</param>
    internal ulong WritesOf(int worker) => (ulong)(Roles[RoleOf(worker)].Writes * (1L << 32));

    /// <summary>How many different keys the workers touch, each with so many operations.</summary>
    /// <param name="operationsPerWorker">The operations of each worker; 1 or more.</param>
    public int DistinctKeys(int operationsPerWorker) => TouchedKeys(operationsPerWorker).Count;

    /// <summary>The keys that the workers touch, each with so many operations on a key at a time, in the order in which a worker after the other draws them.</summary>
    /// <param name="operationsPerWorker">The operations of each worker.</param>
    internal IReadOnlyList<int> TouchedKeys(int operationsPerWorker) => Keys.Distribution == KeyDistribution.Uniform
        ? TouchedKeys<Draws>(operationsPerWorker)
        : TouchedKeys<SkewedDraws>(operationsPerWorker);

    private List<int> TouchedKeys<TDraws>(int operationsPerWorker)
        where TDraws : struct, IDraws<TDraws>
    {
        var touched = new BitArray(Keys.Count);
        var keys = new List<int>();
        for (var worker = 0; worker < Workers && keys.Count < Keys.Count; worker++)
        {
            var draws = TDraws.Of(this, worker);
            for (var operation = 0; operation < operationsPerWorker && keys.Count < Keys.Count; operation++)
            {
                var key = draws.NextKey();
                if (!touched[key])
                {
                    touched[key] = true;
                    keys.Add(key);
                }
            }
        }

        return keys;
    }
}
