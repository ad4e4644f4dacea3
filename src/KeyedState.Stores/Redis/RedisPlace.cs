using System.Net;

namespace KeyedState.Stores;

/// <summary>Where a state's server is: in a process that was started for it, or outside, where it was already.</summary>
/// <param name="Title">The server's name in messages, which never say where an outside one is.</param>
/// <param name="Address">The server's address.</param>
/// <param name="Engine">The process that was started for the state; null for an outside server.</param>
internal sealed record RedisPlace(string Title, EndPoint Address, EngineHost? Engine)
{
    /// <summary>What the names of keys begin with. Those on an outside server are told from what others write there.</summary>
    public string KeyPrefix => Engine is null ? OutsideRedis.KeyPrefix : "key:";

    /// <summary>Starts a server.</summary>
    /// <param name="command">How.</param>
    /// <exception cref="EngineFailedException">It can't be started.</exception>
    public static RedisPlace Start(EngineCommand command)
    {
        var engine = EngineHost.Start(command);
        return new(command.Title, new IPEndPoint(IPAddress.Loopback, engine.Port), engine);
    }

    /// <summary>An outside server.</summary>
    /// <param name="address">Its address.</param>
    /// <exception cref="EngineFailedException">It can't be reached, or its database isn't empty.</exception>
    public static RedisPlace Outside(EndPoint address)
    {
        OutsideRedis.ThrowIfNotEmpty(address);
        return new(OutsideRedis.Title, address, Engine: null);
    }
}
