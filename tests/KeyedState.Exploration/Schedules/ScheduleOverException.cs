namespace KeyedState.Exploration;

/// <summary>Unwinds a thread whose schedule has ended without it.</summary>
internal sealed class ScheduleOverException : Exception;
