using System.Reflection;
using System.Runtime.InteropServices;

namespace KeyedState.Tests.Architecture;

/// <summary>Which room may know which, by what the compiled assemblies refer to.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("KeyedState")]
    [InlineData(
        "KeyedState.Frameworks", "KeyedState",
        "Akka", "FASTER.core", "FSharp.Core", "NonBlocking", "Proto.Actor",
        "Orleans.Core", "Orleans.Core.Abstractions", "Orleans.Runtime", "Orleans.Serialization", "Orleans.Serialization.Abstractions", "Orleans.Transactions",
        "Microsoft.AspNetCore.Connections.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("KeyedState.Harness", "KeyedState")]
    [InlineData("KeyedState.Verification", "KeyedState", "KeyedState.Harness")]
    [InlineData("KeyedState.Results", "Perfolizer", "Pragmastat")]
    [InlineData("KeyedState.Reports", "KeyedState.Results")]
    [InlineData("KeyedState.Regression", "KeyedState.Results", "Perfolizer", "Pragmastat")]
    public void References_OfARoom_AreTheOnesItMayKnow(string room, params string[] known)
    {
        var references = Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.Empty(references.Where(reference => !IsOfTheFramework(reference)).Except(known));
    }

    [Fact]
    public void References_OfTheProgram_AreSeen() =>
        Assert.Contains("xunit.v3.assert", Assembly.GetExecutingAssembly().GetReferencedAssemblies()
            .Select(reference => reference.Name!).Where(reference => !IsOfTheFramework(reference)));

    private static bool IsOfTheFramework(string reference) =>
        File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), reference + ".dll"));
}
