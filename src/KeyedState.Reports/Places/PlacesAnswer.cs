using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>What held on every place for the states of one promise, as plain sentences.</summary>
internal static class PlacesAnswer
{
    /// <summary>Which state is ahead, by how much, and what is left out; without the condition.</summary>
    public static string Of(PlaceComparison comparison, Promise promise)
    {
        var answers = comparison.AnswersFor(promise);
        return string.Join(' ', new[] { Ahead(comparison, promise, answers), SameTable(comparison, answers), Allocates(comparison, answers), NotQuoted(comparison, promise) }
            .Where(sentence => sentence.Length > 0));
    }

    /// <summary>A state's multiple of the baseline: a range over the places, or of one place the interval; null where the baseline is not quoted.</summary>
    public static string? Multiple(PlaceComparison comparison, string state)
    {
        if (comparison.HasChanged(RunAnalysis.BaselineName))
        {
            return null;
        }

        Figure[] figures = [.. comparison.Places.Select(place => place.Multiple(state, Look.AllCores))];
        return figures.Length == 1
            ? FigureText.WithInterval(figures[0])
            : FigureText.Range([.. figures.Select(figure => figure.Estimate?.Center).OfType<double>()]);
    }

    private static string Ahead(PlaceComparison comparison, Promise promise, IReadOnlyList<Answer> answers)
    {
        if (answers.Count == 0)
        {
            return "";
        }

        var best = answers[0].Best.Declared;
        if (answers.Any(answer => answer.Best.Declared.Name != best.Name))
        {
            return $"Which state is ahead depends on the place: {OnEach(comparison, answers, answer => $"{MarkdownText.Escape(answer.Best.Declared.Title)}{Amount(comparison, answer.Best.Declared.Name)}{Level(answer)}")}.";
        }

        return $"{MarkdownText.Escape(best.Title)}{Amount(comparison, best.Name)}{Lead(comparison, promise, answers)}.";
    }

    /// <summary>How the same best of all places stands to the others.</summary>
    private static string Lead(PlaceComparison comparison, Promise promise, IReadOnlyList<Answer> answers)
    {
        if (answers.Any(answer => answer.LevelWith.Count > 0))
        {
            return answers.Count == 1 ? Level(answers[0]) : $", behind no other; {OnEach(comparison, answers, answer => answer.LevelWith.Count > 0 ? Level(answer)[2..] : null)}";
        }

        string[] next = [.. answers.Select(answer => answer.Next?.Declared.Title).OfType<string>().Distinct().Select(MarkdownText.Escape)];
        return next.Length > 0 ? $", ahead of {Words.List(next)}{(answers.Count > 1 ? " on every place" : "")}"
            : comparison.States.Count(state => !state.IsLimit && Promise.Of(state) == promise) == 1 ? "; no other measured state offers this" : "";
    }

    private static string OnEach(PlaceComparison comparison, IReadOnlyList<Answer> answers, Func<Answer, string?> text) => string.Join("; ",
        answers.Zip(PlaceText.Names(comparison), (answer, name) => text(answer) is { } said ? $"on {MarkdownText.Escape(name)} {said}" : null).OfType<string>());

    private static string Level(Answer answer) => answer.LevelWith.Count == 0 ? ""
        : (answer.Best.Marks.Contains(Mark.TooFewLaunches) ? ", on too few launches to tell it from " : ", level with ")
            + Words.List([.. answer.LevelWith.Select(state => MarkdownText.Escape(state.Declared.Title))]);

    private static string Amount(PlaceComparison comparison, string state) => state == RunAnalysis.BaselineName
        ? ", the baseline itself"
        : Multiple(comparison, state) is { } multiple ? $", {multiple} times the baseline on all cores" : "";

    // Else a reader takes what the data structure gains for what the design gains.
    private static string SameTable(PlaceComparison comparison, IReadOnlyList<Answer> answers)
    {
        if (answers.Count == 0 || answers[0].Best.Declared is not { OwnTable: { } table } best || answers.Any(answer => answer.Best.Declared.Name != best.Name))
        {
            return "";
        }

        string[] others =
        [
            .. answers[0].SameTable.Select(state => state.Declared).Where(state => Multiple(comparison, state.Name) is not null)
                .Select(state => $"{PlaceText.Title(state)} {Multiple(comparison, state.Name)} times the baseline"),
        ];
        return $"Its data structure is one of its own ({MarkdownText.Escape(table)}){(others.Length == 0 ? "" : $"; on the same one: {string.Join(", ", others)}")}.";
    }

    private static string Allocates(PlaceComparison comparison, IReadOnlyList<Answer> answers)
    {
        string[] leaders = [.. answers.Select(answer => answer.Best.Declared.Name).Distinct()];
        if (leaders is not [var leader] || Bytes(comparison, leader) is not { } own)
        {
            return "";
        }

        // Only states of one limit are compared: what the baseline is held against is not the empty state.
        var comparable = leader != RunAnalysis.BaselineName && answers[0].Promise.Limit == RunAnalysis.FloorName && !comparison.HasChanged(RunAnalysis.BaselineName);
        return comparable && Bytes(comparison, RunAnalysis.BaselineName) is { } theirs
            ? $"It allocates {own}; the baseline allocates {theirs}."
            : $"It allocates {own}.";
    }

    private static string? Bytes(PlaceComparison comparison, string state)
    {
        double[] bytes = [.. comparison.Places.Select(place => place.Find(state)?.AllocatedBeyond.Estimate?.Center).OfType<double>()];
        return bytes.Length == 0 ? null : FigureText.Range(bytes, FigureTables.Bytes) switch
        {
            "0.00" => "nothing",
            var text when text.StartsWith("0.00–", StringComparison.Ordinal) => $"at most {FigureTables.Bytes(bytes.Max())} B per operation",
            var text => text + " B per operation",
        };
    }

    private static string NotQuoted(PlaceComparison comparison, Promise promise)
    {
        StoredState[] states = [.. comparison.States.Where(state => !state.IsLimit && Promise.Of(state) == promise)];
        string[] changed = [.. states.Where(state => comparison.HasChanged(state.Name)).Select(state => MarkdownText.Escape(state.Title))];
        string[] absent =
        [
            .. states.Where(state => !comparison.HasChanged(state.Name) && comparison.Places.Any(place => place.Find(state.Name)?.Throughput.Estimate is null))
                .Select(state => MarkdownText.Escape(state.Title)),
        ];
        return string.Join(' ',
        [
            .. changed.Length == 0 ? Array.Empty<string>() : [$"Changed since, and not quoted: {Words.List(changed)}."],
            .. absent.Length == 0 ? Array.Empty<string>() : [$"Without a figure{(comparison.Places.Count == 1 ? "" : " on every place")}: {Words.List(absent)}."],
        ]);
    }
}
