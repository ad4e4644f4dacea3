using System.CommandLine;
using System.Globalization;

namespace KeyedState.Benchmarks.Suites.Stores;

/// <summary><c>--redis</c>: a Redis server that exists.</summary>
internal static class RedisOption
{
    /// <summary>Its name.</summary>
    public const string Name = "--redis";

    private const int LastPort = 65_535;

    /// <summary>Creates it.</summary>
    public static Option<string?> Create() => new(Name)
    {
        Description = "For the suite stores: a Redis server that exists, in place of one that the suite starts. It is refused unless its database 0 is empty, and what is written there is removed. Its password, where it has one, is taken from the variable REDISCLI_AUTH. Where it is and its password are never stored or printed.",
        HelpName = "HOST:PORT",
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = argument =>
        {
            var named = argument.Tokens[0].Value;
            if (IsHostAndPort(named))
            {
                return named;
            }

            // Without what was given, which may hold a password.
            argument.AddError($"{Name} takes a host and a port, such as 127.0.0.1:6379, and nothing else.");
            return null;
        },
    };

    private static bool IsHostAndPort(string named) =>
        named.LastIndexOf(':') is > 0 and var colon
        && Uri.CheckHostName(named[..colon]) != UriHostNameType.Unknown
        && int.TryParse(named[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= LastPort;
}
