using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>A state's figures as the first screen has them: two digits, and a range over the places.</summary>
/// <param name="comparison">The places.</param>
internal sealed class QuotedFigures(PlaceComparison comparison)
{
    /// <summary>How many times the baseline's throughput a state reaches on all cores, a number a place; none where the baseline has changed since.</summary>
    public IReadOnlyList<double> Multiples(StoredState state) => comparison.HasChanged(RunAnalysis.BaselineName)
        ? []
        : [.. comparison.Places.Select(place => place.Multiple(state.Name, Look.AllCores).Estimate?.Center).OfType<double>()];

    /// <summary>Its time for an operation on one core in nanoseconds, a number a place.</summary>
    public IReadOnlyList<double> Costs(StoredState state) => Centers(state, row => row.Cost);

    /// <summary>The bytes that it allocates for an operation beyond the limit of its promise, a number a place.</summary>
    public IReadOnlyList<double> Bytes(StoredState state) => Centers(state, row => row.AllocatedBeyond);

    /// <summary>Throughput, cost and allocations, as part of a sentence.</summary>
    public string Everything(StoredState state) => string.Join(", ", new[] { Throughput(state), Cost(state), Allocations(state) }.Where(text => text.Length > 0));

    /// <summary>The throughput, as part of a sentence.</summary>
    public string Throughput(StoredState state) => Multiples(state) is { Count: > 0 } multiples
        ? state.Name == RunAnalysis.BaselineName ? "the baseline itself" : $"{FigureText.Range(multiples, FigureText.Rounded)} times the baseline's throughput"
        : "";

    private string Cost(StoredState state) => Costs(state) is { Count: > 0 } costs ? $"{FigureText.Range(costs, FigureText.Rounded)} ns per operation on one core" : "";

    private string Allocations(StoredState state) => Bytes(state) is not { Count: > 0 } bytes ? ""
        : FigureTables.Bytes(bytes.Max()) == "0.00" ? "no allocations of its own"
        : bytes.Max() < 1 ? $"at most {FigureTables.Bytes(bytes.Max())} B per operation"
        : $"{FigureText.Range(bytes, FigureText.Rounded)} B per operation";

    private double[] Centers(StoredState state, Func<StateAnalysis, Figure> figure) =>
        [.. comparison.Places.Select(place => place.Find(state.Name)).OfType<StateAnalysis>().Select(row => figure(row).Estimate?.Center).OfType<double>()];
}
