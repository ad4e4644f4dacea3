using System.Reflection;
using System.Runtime.InteropServices;

namespace KeyedState.Stores.Tests;

/// <summary>Which room the stores may know, by what the compiled assembly refers to.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void References_OfTheStores_AreTheOnesTheyMayKnow()
    {
        string[] known =
        [
            "KeyedState", "KeyedState.Harness",
            "FASTER.core",
            "Garnet.host", "Garnet.server", "Microsoft.Data.Sqlite", "Npgsql", "Microsoft.Extensions.Logging.Abstractions", "StackExchange.Redis",
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Options",
            "Orleans.Clustering.Redis", "Orleans.Core", "Orleans.Core.Abstractions", "Orleans.Persistence.Redis", "Orleans.Runtime", "Orleans.Serialization", "Orleans.Serialization.Abstractions", "Orleans.Transactions",
        ];
        var references = Assembly.Load("KeyedState.Stores").GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Empty(references.Where(reference => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), reference + ".dll"))).Except(known));
    }
}
