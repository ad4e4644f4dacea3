namespace KeyedState.Reports;

internal static class Placeholder;
