using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KeyedState.Benchmarks.Sources;

/// <summary>What one source file declares and names.</summary>
internal sealed class SourceFile
{
    private const string Suffix = "State";

    private SourceFile(CompilationUnitSyntax root)
    {
        var types = root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().ToArray();
        var states = types.Where(IsState).ToArray();
        var extensions = root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsExtension).Select(NameOf).OfType<string>();
        HasCode = types.Length == 0 || types.Any(type => type is not InterfaceDeclarationSyntax || type.DescendantNodes().Any(IsCode));
        IsOfWholeProject = root.AttributeLists.Count > 0 || root.Usings.Any(directive => !directive.GlobalKeyword.IsKind(SyntaxKind.None));
        Declared = [.. types.Where(type => type.Parent is not BaseTypeDeclarationSyntax).Select(type => type.Identifier.ValueText), .. extensions];
        Interfaces = [.. BasesOf(types.Except(states)).Where(IsInterface)];
        StateBases = [.. BasesOf(states)];
        States = [.. states.Select(state => state.Identifier.ValueText).Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)).Select(name => name[..^Suffix.Length])];
        Names = root.DescendantTokens(node => node is not AttributeSyntax attribute || !SourceCode.IsState(attribute))
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).ToHashSet();
    }

    /// <summary>The names of its types that are in no other type, and of what it adds to other types.</summary>
    public IReadOnlyList<string> Declared { get; }

    /// <summary>The interfaces that its types implement which are no states.</summary>
    public IReadOnlyList<string> Interfaces { get; }

    /// <summary>The interfaces and the base classes of its states.</summary>
    public IReadOnlyList<string> StateBases { get; }

    /// <summary>The names of its states, as the catalogue has them.</summary>
    public IReadOnlyList<string> States { get; }

    /// <summary>Every name in it, but for those in comments and in a <see cref="StateAttribute"/>.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Whether it has anything but interfaces without a body and without attributes, which an engine may read.</summary>
    public bool HasCode { get; }

    /// <summary>Whether it says something of its whole project, which the other files need no name for: an attribute of the assembly, or a using directive for all of them.</summary>
    public bool IsOfWholeProject { get; }

    /// <summary>Reads a file. One that does not compile is read as far as it goes.</summary>
    public static SourceFile Read(string path) => new(SourceCode.Read(path));

    private static IEnumerable<string> BasesOf(IEnumerable<BaseTypeDeclarationSyntax> types) => types
        .SelectMany(type => type.BaseList?.Types ?? [])

        // An enum's integer type has no name to look up.
        .SelectMany(type => type.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Take(1))
        .Select(name => name.Identifier.ValueText);

    private static bool IsInterface(string name) => name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);

    private static bool IsState(BaseTypeDeclarationSyntax type) => type.AttributeLists.SelectMany(list => list.Attributes).Any(SourceCode.IsState);

    private static bool IsExtension(MemberDeclarationSyntax member) => member.Parent is ExtensionBlockDeclarationSyntax
        || (member is MethodDeclarationSyntax { ParameterList.Parameters: [var first, ..] } && first.Modifiers.Any(SyntaxKind.ThisKeyword));

    // An operator has none; whoever uses it names one of its types.
    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    private static bool IsCode(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or AttributeSyntax;
}
