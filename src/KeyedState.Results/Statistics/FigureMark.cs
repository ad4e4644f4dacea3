namespace KeyedState.Results;

/// <summary>A mark, and the figure that it is of.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Look">The look whose figure a reader must not believe without it; null where it is of the whole row.</param>
public sealed record FigureMark(Mark Mark, Look? Look);
