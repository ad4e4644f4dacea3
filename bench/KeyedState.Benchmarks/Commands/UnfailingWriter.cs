using System.Text;

namespace KeyedState.Benchmarks.Commands;

/// <summary>
/// Writes to a console as long as that works. A full disk behind it, a terminal that is gone or an output that was closed must not
/// end a run whose figures can be stored; what was not written is told by <see cref="Failure"/>.
/// </summary>
/// <param name="console">The console's output or error.</param>
internal sealed class UnfailingWriter(TextWriter console) : TextWriter
{
    /// <summary>Why something could not be written, the first time; null when all was.</summary>
    public string? Failure { get; private set; }

    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => Try(() => console.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => console.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => console.Write(value));

    public override void WriteLine(string? value) => Try(() => console.WriteLine(value));

    public override void Flush() => Try(console.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failure ??= error.Message.TrimEnd('.');
        }
    }
}
