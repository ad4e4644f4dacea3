using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using KeyedState.Results;

namespace KeyedState.Regression;

/// <summary>
/// A worker: a process that answers one JSON object a line with one JSON object a line. It ends when its input does,
/// so that none outlives whoever started it.
/// </summary>
public sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(2);

    private readonly string label;
    private readonly Process process;
    private readonly Task<string> errors;

    private WorkerProcess(string label, Process process)
    {
        this.label = label;
        this.process = process;
        errors = LastWords.OfAsync(process.StandardError);
    }

    /// <summary>Whose it is, such as "base".</summary>
    public string Label => label;

    /// <summary>The operating system's number of the process.</summary>
    public int Id => process.Id;

    /// <summary>Starts a worker. It inherits the processor mask of the calling thread.</summary>
    /// <param name="command">How.</param>
    /// <exception cref="WorkerException">The system can't start it.</exception>
    public static WorkerProcess Start(WorkerCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(InheritedSettings.ChangeFigures).ToArray())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in command.Settings)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new WorkerProcess(command.Label, Process.Start(start)!);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException)
        {
            throw new WorkerException(command.Label, $"did not start: {PlainText.OneLine(error.Message)}.", error);
        }
    }

    /// <summary>Asks, and blocks until the answer is there.</summary>
    /// <typeparam name="T">The kind of answer.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="limit">How long the answer may take.</param>
    /// <exception cref="WorkerException">The worker ended, was too slow, answered garbage, or says that it failed. It is killed in all but the last case.</exception>
    public T Ask<T>(WorkerRequest request, TimeSpan limit)
        where T : WorkerReply
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = Parse<T>(Exchange(request, limit), request, out var problem);
        return answer.Error is { } failure
            ? throw new WorkerException(label, $"failed at {Describe(request)}: {Shorten(PlainText.OneLine(failure))}")
            : problem is not null ? throw Broken($"answered {Describe(request)} with {problem}", null) : answer;
    }

    /// <summary>Lets the worker end, and kills it with everything that it started when it does not.</summary>
    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already and can't be told to.
        }

        if (!process.WaitForExit(GoodbyeTime))
        {
            Kill();
        }

        process.Dispose();
    }

    private static string Describe(WorkerRequest request) => request.State is { } state ? $"{request.Do} of {state}" : request.Do.ToString();

    private string Exchange(WorkerRequest request, TimeSpan limit)
    {
        try
        {
            process.StandardInput.WriteLine(WorkerFormat.Write(request));
            process.StandardInput.Flush();
            var line = BoundedLine.ReadAsync(process.StandardOutput);
            return line.Wait(limit)
                ? line.Result ?? throw Broken($"ended at {Describe(request)}", null)
                : throw Broken(FormattableString.Invariant($"did not answer {Describe(request)} within {limit.TotalSeconds:0.#} s"), null);
        }
        catch (Exception error) when (error is IOException or AggregateException { InnerException: InvalidDataException or IOException })
        {
            throw Broken(error.InnerException is InvalidDataException ? $"answered {Describe(request)} with an endless line" : $"ended at {Describe(request)}", error);
        }
    }

    private T Parse<T>(string line, WorkerRequest request, out string? problem)
        where T : WorkerReply
    {
        try
        {
            return WorkerFormat.ReadReply<T>(line, out problem);
        }
        catch (JsonException error)
        {
            var difference = WorkerFormat.VersionIn(line) is { } version ? WorkerProtocol.Difference(version) : null;
            throw Broken(difference ?? $"answered {Describe(request)} with something else than one JSON object", error);
        }
    }

    private WorkerException Broken(string how, Exception? cause)
    {
        Kill();
        var said = errors.Wait(GoodbyeTime) ? PlainText.OneLine(errors.Result.Trim()) : "";
        return new WorkerException(label, $"{how}{(said.Length > 0 ? $" and said: {Shorten(said)}" : ".")}", cause);
    }

    private static string Shorten(string text)
    {
        const int Longest = 300;
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(GoodbyeTime);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
