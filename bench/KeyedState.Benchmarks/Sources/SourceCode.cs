using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KeyedState.Benchmarks.Sources;

/// <summary>What of a source file's text can change what runs: its tokens and its preprocessor directives.</summary>
/// <remarks>
/// <para>Comments, doc comments and white space between tokens can't, so they are left out.</para>
/// <para>
/// Nor can the texts of a state's own <see cref="StateAttribute"/>, which only people read: the title, how it works, the package, the data
/// structure, and the reason why the state depends on alternation. Whether one of these stands there at all does count, but for the type
/// of .NET. So does everything else in the attribute: OneThread decides how many instances a launch drives, FullSuiteOnly and DependsOnAlternation which suites
/// measure the state, the family Limit whether the state is verified, and the rest is a promise that tests hold the state to. A change
/// from one family to another, neither of them Limit, does not count.
/// </para>
/// </remarks>
internal static class SourceCode
{
    private static readonly HashSet<string> Texts =
    [
        nameof(StateAttribute.Title), nameof(StateAttribute.HowItWorks), nameof(StateAttribute.Package),
        nameof(StateAttribute.OwnTable), nameof(StateAttribute.DependsOnAlternation),
    ];

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    /// <summary>Reads a file's syntax. A file that does not compile is read as far as it goes.</summary>
    public static CompilationUnitSyntax Read(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options).GetCompilationUnitRoot();

    /// <summary>Whether two files run the same: whether they differ in nothing but what can't change what runs.</summary>
    public static bool IsSame(string one, string other) =>
        File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other)) || PartsOf(Read(one)).SequenceEqual(PartsOf(Read(other)));

    /// <summary>Whether an attribute is a <see cref="StateAttribute"/>, by its name.</summary>
    public static bool IsState(AttributeSyntax attribute) =>
        attribute.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier.ValueText is "State" or nameof(StateAttribute);

    private static IEnumerable<(SyntaxKind Kind, string Text)> PartsOf(CompilationUnitSyntax root) => WithoutOrigins(root)
        .DescendantTokens(node => node is not ExpressionSyntax expression || !IsForPeople(expression))
        .SelectMany(token => token.LeadingTrivia.Where(IsCode).Select(PartOf).Append((token.Kind(), token.Text)).Concat(token.TrailingTrivia.Where(IsCode).Select(PartOf)));

    /// <summary>The file without what its states say of the type of .NET that they show, since nothing but a page reads it.</summary>
    private static CompilationUnitSyntax WithoutOrigins(CompilationUnitSyntax root) => root.ReplaceNodes(
        root.DescendantNodes().OfType<AttributeSyntax>().Where(IsState).Select(attribute => attribute.ArgumentList).OfType<AttributeArgumentListSyntax>()
            .Where(arguments => !arguments.ContainsDirectives),
        (_, arguments) => arguments.WithArguments(SyntaxFactory.SeparatedList(arguments.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText != nameof(StateAttribute.DotNetType)))));

    private static (SyntaxKind Kind, string Text) PartOf(SyntaxTrivia trivia) => (trivia.Kind(), trivia.ToFullString().Trim());

    /// <summary>Whether trivia can change what runs. Code that no symbol switches on here may be switched on in a build.</summary>
    private static bool IsCode(SyntaxTrivia trivia) =>
        trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia) || trivia.IsKind(SyntaxKind.SkippedTokensTrivia);

    private static bool IsForPeople(ExpressionSyntax expression) =>
        expression.Parent is AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: var name, Parent.Parent: AttributeSyntax attribute }
        && IsState(attribute)
        && !expression.ContainsDirectives
        && (Texts.Contains(name) ? IsText(expression) : name == nameof(StateAttribute.Family) && IsFamilyOfDesigns(expression));

    private static bool IsText(ExpressionSyntax expression) => expression.DescendantNodesAndSelf()
        .All(node => node.IsKind(SyntaxKind.StringLiteralExpression) || node.IsKind(SyntaxKind.AddExpression) || node.IsKind(SyntaxKind.ParenthesizedExpression));

    private static bool IsFamilyOfDesigns(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: nameof(StateFamily) }, Name.Identifier.ValueText: not nameof(StateFamily.Limit) };
}
