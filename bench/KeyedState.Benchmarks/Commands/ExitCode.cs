using KeyedState.Results;

namespace KeyedState.Benchmarks.Commands;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Fine = 0;

    /// <summary>A benchmark, a check or a gate failed, or not all could be stored; the others' results are kept.</summary>
    public const int Failed = 1;

    /// <summary>The call, or a file or folder that it needs, is wrong or in use, and nothing was measured; or all went well and the output could not be written.</summary>
    public const int WrongCall = 2;

    /// <summary>The gate can't judge on this machine now.</summary>
    public const int CannotJudge = 3;

    /// <summary>Ended by whoever started it, as shells say it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>The exit code of a gate's run.</summary>
    public static int Of(GateConclusion conclusion) => conclusion switch
    {
        GateConclusion.Passed => Fine,
        GateConclusion.Regression => Failed,
        _ => CannotJudge,
    };
}
