using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KeyedState.Exploration;

/// <summary>
/// The implementations' own source, compiled against the types of the same names in Controlled, as it is or with some
/// text replaced.
/// </summary>
internal sealed class Variant
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    // What the variants share is looked at once: the references, and the files that no change is in.
    private static readonly System.Collections.Generic.Dictionary<string, SyntaxTree> Sources = ReadSources();
    private static readonly CSharpCompilation AsItIs = CSharpCompilation.Create(
        "KeyedState.Explored",
        Sources.Values.Append(CSharpSyntaxTree.ParseText(Usings, Parsing)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false)
            .WithNullableContextOptions(NullableContextOptions.Enable));

    private readonly Assembly assembly;

    private Variant(Assembly assembly) => this.assembly = assembly;

    /// <summary>Compiles a variant.</summary>
    /// <param name="changes">What differs from the source.</param>
    public static Variant Of(params ReadOnlySpan<Change> changes)
    {
        var compilation = AsItIs;
        foreach (var file in changes.ToArray().GroupBy(change => change.File))
        {
            var source = Sources[file.Key];
            var changed = file.Aggregate(source.ToString(), (text, change) => change.ApplyTo(text));
            compilation = compilation.ReplaceSyntaxTree(source, CSharpSyntaxTree.ParseText(changed, Parsing));
        }

        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return new Variant(Assembly.Load(image.ToArray()));
    }

    /// <summary>Makes a state of the variant.</summary>
    /// <param name="name">The name of its class.</param>
    public IKeyedState Create(string name) =>
        (IKeyedState)Activator.CreateInstance(assembly.GetType($"{nameof(KeyedState)}.{name}", throwOnError: true)!)!;

    private static System.Collections.Generic.Dictionary<string, SyntaxTree> ReadSources()
    {
        const string Prefix = "Explored/";
        var tests = typeof(Variant).Assembly;
        return tests.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(
                name => name[Prefix.Length..],
                name => CSharpSyntaxTree.ParseText(new StreamReader(tests.GetManifestResourceStream(name)!).ReadToEnd(), Parsing));
    }
}
