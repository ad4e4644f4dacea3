namespace KeyedState.Benchmarks.Commands;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;

    /// <summary>A benchmark or a check failed; the others' results are kept.</summary>
    public const int Failed = 1;

    /// <summary>The call, or a file that it names, is wrong.</summary>
    public const int WrongCall = 2;
}
