using System.Reflection;
using System.Text.Json;

namespace KeyedState.Stores.Benchmarks;

/// <summary>The answer of a process that does one thing and ends: one JSON object on a line, or what failed.</summary>
internal static class StoreAnswer
{
    private const int Failed = 1;

    /// <summary>Does it and answers.</summary>
    /// <param name="answers">Where the answer goes.</param>
    /// <param name="work">What to do.</param>
    /// <returns>The exit code.</returns>
    public static int Give<T>(TextWriter answers, Func<T> work)
    {
        try
        {
            answers.WriteLine(JsonSerializer.Serialize(work()));
            answers.Flush();
            return 0;
        }
        catch (Exception thrown)
        {
            // Whatever a state throws is for the asker, who decides what it means. What its constructor throws comes wrapped.
            var failure = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
            Console.Error.WriteLine($"{failure.GetType().Name}: {failure.Message}");
            return Failed;
        }
    }
}
