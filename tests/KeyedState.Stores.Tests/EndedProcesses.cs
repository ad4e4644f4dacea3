using System.Globalization;

namespace KeyedState.Stores.Tests;

/// <summary>What Linux says of processes that somebody else started.</summary>
internal static class EndedProcesses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until processes have ended, whether or not their parent has asked how.</summary>
    /// <param name="processes">The system's numbers of the processes.</param>
    public static void AssertAll(IEnumerable<int> processes) => Assert.All(processes, id => Assert.True(SpinWait.SpinUntil(() => HasEnded(id), Patience)));

    /// <summary>The process that started another.</summary>
    /// <param name="id">The system's number of the other.</param>
    public static int ParentOf(int id) => int.Parse(StatOf(id)[1], CultureInfo.InvariantCulture);

    private static bool HasEnded(int id)
    {
        try
        {
            return StatOf(id)[0] == "Z";
        }
        catch (IOException)
        {
            return true;
        }
    }

    // From the third field on, behind the program's name in brackets.
    private static string[] StatOf(int id)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }
}
