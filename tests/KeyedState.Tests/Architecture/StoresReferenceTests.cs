using System.Xml.Linq;
using KeyedState.Tests.Workflows;

namespace KeyedState.Tests.Architecture;

/// <summary>Who doesn't ask for the stores must not have to restore their packages.</summary>
public sealed class StoresReferenceTests
{
    private static readonly string[] Allowed = ["KeyedState.Stores", "KeyedState.Stores.Benchmarks", "KeyedState.Stores.Tests"];
    private static readonly string[] Folders = ["src", "bench", "tests", "examples"];
    private static readonly string[] Packages = ["Microsoft.Garnet", "StackExchange.Redis", "Microsoft.Data.Sqlite", "Microsoft.Orleans.Clustering.Redis", "Npgsql"];

    [Fact]
    public void Projects_OutsideTheStores_ReferToNeitherThemNorTheirPackages()
    {
        var wrong =
            from project in Projects()
            where !Allowed.Contains(Path.GetFileNameWithoutExtension(project))
            from reference in References(project)
            where reference.Contains("KeyedState.Stores", StringComparison.Ordinal) || Packages.Contains(reference)
            select $"{project}: {reference}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Projects_OfTheStores_AreFound()
    {
        var stores = Projects().Where(project => Allowed.Contains(Path.GetFileNameWithoutExtension(project))).ToArray();

        Assert.Equal(Allowed.Length, stores.Length);
        Assert.All(Packages, package => Assert.Contains(package, stores.SelectMany(References)));
    }

    private static IEnumerable<string> Projects() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.At(folder), "*.csproj", SearchOption.AllDirectories));

    private static IEnumerable<string> References(string project) => XDocument.Load(project).Descendants()
        .Where(element => element.Name.LocalName is "ProjectReference" or "PackageReference")
        .Select(element => element.Attribute("Include")!.Value);
}
