namespace KeyedState.Stores;

/// <summary>The PostgreSQL server of this machine, and how it is started.</summary>
internal static class PostgresServer
{
    /// <summary>The superuser of a server that is started here, and the database that is used.</summary>
    public const string User = "postgres";

    // The shell becomes the server, so that the number of its process is that of the postmaster, whose children the backends are. A folder
    // that has a database already is one that is kept. What is in it is not flushed when it is made: nobody keeps it for longer than the run.
    private const string Run =
        """test -e PG_VERSION || "$0/initdb" -D . -U postgres -A trust -E UTF8 --no-locale --no-sync --no-instructions && exec "$0/postgres" -D . "$@" """;

    // The folder was made by root, and the server must own it.
    private const string RunAsUser =
        """chown postgres . && exec setpriv --reuid=postgres --regid="$(id -g postgres)" --init-groups --pdeathsig=QUIT "$@" """;

    /// <summary>The command that starts it.</summary>
    /// <exception cref="EngineFailedException">It is not installed.</exception>
    /// <remarks>
    /// When it is told to quit it ends at once, with its backends and without writing what they changed into its files, and takes its shared memory
    /// with it. The same is told to it by the system where its watcher is killed. One that is killed leaves 56 bytes of shared memory, which the
    /// next that is started in its folder removes.
    /// </remarks>
    public static EngineCommand Command()
    {
        if (StoreAbsence.Of(typeof(PostgresState)) is { } because)
        {
            throw new EngineFailedException(because);
        }

        string[] line =
        [
            .. AsUser(), "sh", "-c", Run, PostgresInstallation.Find(Environment.GetEnvironmentVariable("PATH") ?? "")!,
            "-p", EngineCommand.Port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",

            // In its folder, so that what is left of it goes with that.
            "-c", "dynamic_shared_memory_type=mmap",

            // Each transaction that must begin anew would be a line, and the watcher, who reads them, takes its time from the same cores.
            "-c", "log_min_messages=fatal",
        ];
        return new("PostgreSQL", line[0], line[1..], StartupAccepted) { Question = Startup, Quits = true };
    }

    // The first message of a client in version 3.0 of the protocol, with its length before it. The answer is R once the server takes clients,
    // and E before.
    private const string Startup = "\0\0\0)\0\u0003\0\0user\0postgres\0database\0postgres\0\0";
    private const string StartupAccepted = "R";

    private static string[] AsUser() =>
        Environment.IsPrivilegedProcess ? ["sh", "-c", RunAsUser, "sh"]
        : StoreAbsence.Find("setpriv") is { } setpriv ? [setpriv, "--pdeathsig=QUIT"]
        : [];
}
