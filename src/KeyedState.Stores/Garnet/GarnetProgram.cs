using Garnet;

namespace KeyedState.Stores;

/// <summary>A Garnet server as a program.</summary>
internal static class GarnetProgram
{
    /// <summary>Serves until the input ends. Its watcher holds the other end, so that it does not outlive a watcher that is killed.</summary>
    /// <param name="settings">The server's arguments.</param>
    /// <param name="input">The input.</param>
    /// <returns>The exit code: 1, and a line on the error output, where the server did not start.</returns>
    public static int Run(string[] settings, TextReader input)
    {
        try
        {
            using var server = new GarnetServer(settings);
            server.Start();
            input.ReadToEnd();
            return 0;
        }
        catch (Exception failure)
        {
            // The first line says why, and a runtime that falls would print the stack over it.
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }
}
