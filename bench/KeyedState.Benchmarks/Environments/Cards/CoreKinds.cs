using System.Globalization;
using KeyedState.Results;

namespace KeyedState.Benchmarks.Environments.Cards;

/// <summary>Which of a machine's cores are stronger, where it has kinds of them.</summary>
internal static class CoreKinds
{
    private const string Cores = "sys/devices/system/cpu";

    // The best cores of one kind may run a few per cent faster than the others, which makes no other kind.
    private const double OfOneKind = 0.9;

    /// <summary>The kinds, the strongest first; empty where all cores are of one kind or the system does not say.</summary>
    /// <param name="files">The system's files.</param>
    /// <param name="allowed">The cores of the process, in rising order.</param>
    public static IReadOnlyList<CoreKind> Read(SystemFiles files, IReadOnlyList<int> allowed)
    {
        CoreKind[][] told =
        [
            // Intel's hybrid processors have performance counters of two types, each with its cores.
            Of(allowed, [("performance", CoreList.Parse(files.Text("sys/devices/cpu_core/cpus"))), ("efficiency", CoreList.Parse(files.Text("sys/devices/cpu_atom/cpus")))]),
            ByStrength(allowed, core => files.Number($"{Cores}/cpu{core}/cpu_capacity"), capacity => $"capacity {capacity}"),
            ByStrength(allowed, core => files.Number($"{Cores}/cpu{core}/cpufreq/cpuinfo_max_freq") / 1000, megahertz => $"up to {megahertz} MHz"),
        ];
        return told.FirstOrDefault(kinds => kinds.Length > 0) ?? [];
    }

    /// <summary>
    /// The cores for a process that is bound to some: as long as there are such, those that share their physical core with no other of them;
    /// of these the strongest kind; and of this the highest, because systems tend to serve their interrupts on the lowest.
    /// </summary>
    /// <param name="files">The system's files.</param>
    /// <param name="allowed">The cores of the process, in rising order.</param>
    /// <param name="count">How many it is bound to; 1 or more.</param>
    /// <returns>The cores in rising order; all where there are no more.</returns>
    public static IReadOnlyList<int> Strongest(SystemFiles files, IReadOnlyList<int> allowed, int count)
    {
        IReadOnlyList<int>[] kinds = [.. Read(files, allowed).Select(kind => CoreList.Parse(kind.Cores))];
        IReadOnlyList<int>[] physical = [.. (CoreTopology.Siblings(files, allowed) ?? []).Select(CoreList.Parse)];
        return
        [
            .. allowed
                .OrderBy(core => physical.Where(siblings => siblings.Contains(core)).Sum(siblings => siblings.Count(other => other > core)))
                .ThenBy(core => kinds.TakeWhile(kind => !kind.Contains(core)).Count())
                .ThenByDescending(core => core)
                .Take(count)
                .Order(),
        ];
    }

    private static CoreKind[] ByStrength(IReadOnlyList<int> allowed, Func<int, double?> read, Func<string, string> name)
    {
        var cores = allowed.Select(core => (Core: core, Strength: read(core))).ToArray();
        if (cores.Any(core => core.Strength is not > 0))
        {
            return [];
        }

        var kinds = new List<(double Strength, List<int> Cores)>();
        foreach (var (core, strength) in cores.OrderByDescending(core => core.Strength))
        {
            if (kinds.Count == 0 || strength < OfOneKind * kinds[^1].Strength)
            {
                kinds.Add((strength!.Value, []));
            }

            kinds[^1].Cores.Add(core);
        }

        return Of(allowed, [.. kinds.Select(kind => (name(kind.Strength.ToString("0", CultureInfo.InvariantCulture)), (IReadOnlyList<int>)kind.Cores))]);
    }

    private static CoreKind[] Of(IReadOnlyList<int> allowed, (string Name, IReadOnlyList<int> Cores)[] kinds)
    {
        CoreKind[] found =
        [
            .. kinds.Select(kind => (kind.Name, Cores: allowed.Intersect(kind.Cores).ToArray()))
                .Where(kind => kind.Cores.Length > 0)
                .Select(kind => new CoreKind(kind.Name, CoreList.Format(kind.Cores))),
        ];
        return found.Length > 1 ? found : [];
    }
}
