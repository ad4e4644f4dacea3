using KeyedState.Results;

namespace KeyedState.Reports;

/// <summary>Which design to take for what: a few sentences of figures that hold on every place, for states that have not changed since.</summary>
/// <param name="comparison">The places.</param>
internal sealed class Advice(PlaceComparison comparison)
{
    private const string LockName = "Lock";

    private static readonly Promise Strongest = new("AtOnce", "DelaysNobody");

    private readonly QuotedFigures quoted = new(comparison);

    /// <summary>The sentences, as items of a list.</summary>
    public IEnumerable<string> Lines() => new[] { InDoubt() }
        .Concat(comparison.Orders.Select(order => order.Promise).Distinct().Select(For))
        .Append(ReadyMade())
        .Concat(new CompoundAdvice(comparison).Lines())
        .Append(FurtherReports.Line(comparison.Reports))
        .OfType<string>()
        .Select(sentence => "- " + sentence)
        .Concat(NotQuoted());

    private string? InDoubt() => Usual is not { } usual
        ? null
        : $"**When in doubt, take {Link(usual)}**, which is part of .NET, also as the map inside a cache (expiry, size limits and how fast it loads on a miss are not measured): {quoted.Everything(usual)}{AgainstLock(usual)}.";

    /// <summary>The state whose slowest place is the best among those that .NET has ready and that hold up nobody.</summary>
    private StoredState? Usual => Quotable(Strongest)
        .Where(state => DescriptionOf(state)?.DotNetType is not null && quoted.Multiples(state).Count == comparison.Places.Count)
        .MaxBy(state => quoted.Multiples(state).Min());

    private string? For(Promise promise)
    {
        var answers = comparison.AnswersFor(promise);
        string[] best = [.. answers.Select(answer => answer.Best.Declared.Name).Distinct()];
        if (best.Length == 0 || (best.Length == 1 && best[0] == Usual?.Name))
        {
            return null;
        }

        var when = Usual is not null && promise == Strongest ? "The fastest design" : PromiseText.When(promise);
        if (best.Length > 1)
        {
            return $"**{when}** depends on the machine: {OnEach(answers, answer => $"{Link(answer.Best.Declared)}, {quoted.Throughput(answer.Best.Declared)}")}.";
        }

        var state = answers[0].Best.Declared;
        var claim = promise == Strongest && Usual is not null ? $"{when} is {Link(state)}" : $"{when}, take {Link(state)}";
        return string.Join(' ', new[] { $"**{claim}**{Origin(state)}: {quoted.Everything(state)}{AgainstLock(state)}{Level(answers)}.", SameTable(answers), Alternation(state), PromiseText.Caution(promise) }
            .Where(sentence => sentence.Length > 0));
    }

    private string Level(IReadOnlyList<Answer> answers)
    {
        var level = OnEach(answers, answer => answer.LevelWith.Count == 0 ? null : $"it was not shown to be faster than {Words.List([.. answer.LevelWith.Select(state => MarkdownText.Escape(state.Declared.Title))])}");
        return level.Length == 0 ? "" : $"; {level}";
    }

    // Else a reader takes what the data structure gains for what the design gains.
    private string SameTable(IReadOnlyList<Answer> answers)
    {
        var same = answers[0].Best.Declared.OwnTable is null ? [] : answers[0].SameTable.Select(state => state.Declared)
            .Where(state => !state.IsLimit && quoted.Multiples(state).Count > 0).ToArray();
        return same.Length == 0
            ? ""
            : $"It has a {MarkdownText.Escape(answers[0].Best.Declared.OwnTable!)} of its own; {Words.List([.. same.Select(state => $"{Link(state)}, over the same one, reaches {quoted.Throughput(state)}")])}.";
    }

    private static string Alternation(StoredState state) => state.DependsOnAlternation
        ? "In this workload each task only reads or only writes, thousands of times in a row. If tasks mix both, the lead is smaller; `run --suite alternating`, and the section *Callers* of the report on where the order turns, show by how much."
        : "";

    // The baseline is slow, so a multiple of it alone would flatter what shares a promise with a lock.
    private string AgainstLock(StoredState state)
    {
        if (state.Name == LockName || comparison.States.FirstOrDefault(other => other.Name == LockName) is not { } plain || Promise.Of(plain) != Promise.Of(state) || !IsQuotable(plain))
        {
            return "";
        }

        double[] ratios = [.. quoted.Multiples(state).Zip(quoted.Multiples(plain), (one, other) => one / other)];
        return ratios.Length == 0 ? "" : $"; {FigureText.Range(ratios, FigureText.Rounded)} times the throughput of {Link(plain)} with this many reads";
    }

    private string? ReadyMade()
    {
        string[] ready =
        [
            .. from state in comparison.States
               where !state.IsLimit && state.Replies is not ("AtOnce" or "AtOnceWhenFree") && DescriptionOf(state) is { DotNetType: not null } or { Package: not null }
               where IsQuotable(state)
               select $"{Link(state)} ({PlaceText.Origin(comparison, state)}) {quoted.Everything(state)}",
        ];
        return ready.Length == 0 ? null : $"**Ready-made owners** save writing one: {string.Join("; ", ready)}.";
    }

    private IEnumerable<string> NotQuoted()
    {
        string[] changed = [.. comparison.States.Where(state => comparison.HasChanged(state.Name)).Select(PlaceText.Title)];
        return changed.Length == 0 ? [] : ["", $"Left out, because {(changed.Length == 1 ? "its source has" : "their sources have")} changed since a machine measured {(changed.Length == 1 ? "it" : "them")}: {Words.List(changed)}."];
    }

    private string OnEach(IReadOnlyList<Answer> answers, Func<Answer, string?> text) => string.Join("; ",
        answers.Zip(PlaceText.Names(comparison), (answer, name) => text(answer) is { } said ? $"{(comparison.Places.Count == 1 ? "" : $"on {MarkdownText.Escape(name)} ")}{said}" : null).OfType<string>());

    private IEnumerable<StoredState> Quotable(Promise promise) => comparison.States.Where(state => !state.IsLimit && Promise.Of(state) == promise && IsQuotable(state));

    private bool IsQuotable(StoredState state) =>
        !comparison.HasChanged(state.Name) && comparison.Places.All(place => place.Find(state.Name)?.Throughput.Estimate is not null);

    private string Link(StoredState state) => PlaceText.Link(comparison, state);

    private string Origin(StoredState state) => DescriptionOf(state) is null ? "" : $", {PlaceText.Origin(comparison, state)}";

    private StateDescription? DescriptionOf(StoredState state) => comparison.Descriptions.GetValueOrDefault(state.Name);
}
