using KeyedState.Results;

namespace KeyedState.Benchmarks.Suites.Latency;

/// <summary>A way to run the program in Go.</summary>
/// <param name="Design">One of <see cref="GoDesign"/>.</param>
/// <param name="Paced">Whether its workers pause after every operation.</param>
internal sealed record GoVariation(string Design, bool Paced)
{
    /// <summary>Each design with pauses and without.</summary>
    public static IReadOnlyList<GoVariation> All { get; } = [.. GoDesign.All.SelectMany(design => new GoVariation[] { new(design, Paced: true), new(design, Paced: false) })];

    /// <summary>The argument that says which of the two it is.</summary>
    public string Pace => Paced ? "paced" : "unpaced";

    /// <inheritdoc/>
    public override string ToString() => $"Go: {Design}, {Pace}";
}
