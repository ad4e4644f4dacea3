using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace KeyedState.Stores;

/// <summary>A silo of Orleans as a program.</summary>
internal static class SiloProgram
{
    /// <summary>The name of a silo in a process of its own.</summary>
    /// <param name="port">The port on which it says how many silos it knows of.</param>
    public static string NameOf(int port) => string.Create(CultureInfo.InvariantCulture, $"silo {port}");

    /// <summary>Serves until the input ends. Its watcher holds the other end, so that it does not outlive a watcher that is killed.</summary>
    /// <param name="port">The port on which it says how many silos it knows of.</param>
    /// <param name="membershipPort">The port of the Garnet that holds the membership.</param>
    /// <param name="turnFile">The file that whoever joins the cluster holds.</param>
    /// <param name="input">The input.</param>
    /// <returns>The exit code: 1, and a line on the error output, where the silo did not start.</returns>
    public static int Run(int port, int membershipPort, string turnFile, TextReader input)
    {
        try
        {
            // Not disposed of: it ends with the process, as the cluster does.
            var host = SiloHost.Start(membershipPort, turnFile, NameOf(port));
            using var questions = new SiloQuestions(port, host.Services.GetRequiredService<ISiloStatusOracle>());
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
