using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace KeyedState.Results;

/// <summary>
/// Names a machine's folder under results: processor, logical cores, system and architecture in readable form, then
/// 32 bits of a SHA-256 over their exact texts and the processor's model. Machines that differ in any of the
/// five get different folders, also where the readable part is the same, as for processors that a hypervisor
/// gives one name. The runtime and the collector are no part of it: they may change on one machine. Of the system's
/// version only the first number counts, so that a patch release keeps the folder: "Ubuntu 24.04.3 LTS" is "Ubuntu 24".
/// </summary>
public static partial class MachineFolder
{
    private const int LongestPart = 40;

    /// <summary>The folder's name: lower-case letters, digits and hyphens.</summary>
    /// <param name="machine">The machine; its own <see cref="StoredMachine.Folder"/> is ignored.</param>
    public static string NameOf(StoredMachine machine)
    {
        var cores = machine.LogicalCores.ToString(CultureInfo.InvariantCulture);
        string[] readable =
        [
            FolderName.SlugOf(machine.Processor, LongestPart), cores + "c", FolderName.SlugOf(Release(machine.System), LongestPart / 2),
            FolderName.SlugOf(machine.Architecture, LongestPart / 4), HashOf(machine, cores),
        ];
        return string.Join('-', readable.Where(part => part.Length > 0));
    }

    private static string HashOf(StoredMachine machine, string cores)
    {
        // The length before each text keeps ("ab", "c") apart from ("a", "bc").
        string[] exact = [machine.Processor, machine.ProcessorModel, cores, Release(machine.System), machine.Architecture];
        var identification = string.Concat(exact.Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identification)))[..8];
    }

    // All that follows a version's first point may change with a patch release, such as a code name or a kernel's build.
    private static string Release(string system) => Patch().Replace(system, string.Empty);

    [GeneratedRegex(@"(?<=\d)\.\d.*\z", RegexOptions.Singleline)]
    private static partial Regex Patch();
}
