namespace KeyedState.Benchmarks.Commands;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;

    /// <summary>A benchmark or a check failed, or not all could be stored; the others' results are kept.</summary>
    public const int Failed = 1;

    /// <summary>The call, or a file or folder that it needs, is wrong or in use. Nothing was measured.</summary>
    public const int WrongCall = 2;
}
