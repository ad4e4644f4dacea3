using System.CommandLine;
using System.Data.Common;

namespace KeyedState.Benchmarks.Suites.Stores;

/// <summary><c>--postgres</c>: a PostgreSQL server that exists.</summary>
internal static class PostgresOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--postgres";

    // What Npgsql calls a server's name.
    private static readonly string[] Servers = ["Host", "Server"];

    // And a password, or what else nobody else may know.
    private static readonly string[] Secrets = ["Password", "PSW", "PWD", "SSL Password", "SslPassword"];

    /// <summary>Creates it.</summary>
    public static Option<string?> Create() => new(Name)
    {
        Description = "For the suite stores: a PostgreSQL server that exists, in place of one that the suite starts, as a connection string of Npgsql such as \"Host=127.0.0.1;Username=me;Database=mine\". It is refused unless the database has no table, and what is made there is removed. A password is taken from the variable PGPASSWORD or the file that PGPASSFILE names. Where it is, its user and the password are never stored or printed.",
        HelpName = "CONNECTION",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = argument =>
        {
            var named = argument.Tokens[0].Value;
            if (Problem(named) is not { } problem)
            {
                return named;
            }

            // Without what was given, which may hold a password.
            argument.AddError($"{Name} {problem}");
            return null;
        },
    };

    private static string? Problem(string named)
    {
        var connection = new DbConnectionStringBuilder();
        try
        {
            connection.ConnectionString = named;
        }
        catch (ArgumentException)
        {
            // Whose message repeats a part of it.
        }

        return Secrets.Any(connection.ContainsKey) ? "takes no password, which every process of this machine could read there: set the variable PGPASSWORD."
            : !Servers.Any(connection.ContainsKey) ? "takes a connection string of Npgsql, such as \"Host=127.0.0.1;Username=me;Database=mine\"."
            : null;
    }
}
