using System.Runtime;

namespace KeyedState.Harness;

/// <summary>Tells when the just-in-time compiler has come to rest, from looks at how many methods it has compiled.</summary>
/// <param name="plan">For how long the compiler must have been at rest, and when that may be at the earliest.</param>
/// <param name="compiledBefore">How many methods were compiled at the start, as <see cref="CompiledMethods"/> has it.</param>
internal sealed class CompilerRest(WarmupPlan plan, long compiledBefore)
{
    // Long after everything that matters is compiled, single methods that hardly ever run still come up: the harness's own,
    // which an iteration runs once.
    private const int MostStragglers = 4;

    private readonly Queue<(TimeSpan At, long Compiled)> looks = new();

    // As of the latest look that lies as far back as the quiet time, or of the start.
    private long compiledThen = compiledBefore;

    /// <summary>How many methods this process has compiled; one that is optimised later counts again.</summary>
    public static long CompiledMethods => JitInfo.GetCompiledMethodCount();

    /// <summary>Takes a look.</summary>
    /// <param name="took">The time since the start; never less than at the look before.</param>
    /// <param name="compiled">How many methods are compiled by now.</param>
    /// <returns>True if the compiler has been at rest for as long as the plan says.</returns>
    public bool HasCome(TimeSpan took, long compiled)
    {
        while (looks.TryPeek(out var look) && took - look.At >= plan.Quiet)
        {
            compiledThen = looks.Dequeue().Compiled;
        }

        looks.Enqueue((took, compiled));
        return took >= plan.Least && took >= plan.Quiet && compiled - compiledThen <= MostStragglers;
    }
}
