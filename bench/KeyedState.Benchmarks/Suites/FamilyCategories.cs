using System.Reflection;
using BenchmarkDotNet.Running;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Makes each state's family its BenchmarkDotNet category, from what the state declares.</summary>
internal sealed class FamilyCategories : ICategoryDiscoverer
{
    public string[] GetCategories(MethodInfo method) =>
        SuiteCatalogue.Default.Find(method.Name) is { } entry ? [entry.Declared.Family.ToString()] : [];
}
