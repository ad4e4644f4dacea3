namespace KeyedState.Stores;

/// <summary>The scripts that a Redis server runs in one step.</summary>
/// <remarks>
/// INCRBY counts in 64 bits and a value here has 32, so that a script reads a number modulo 2³², as the state itself does. A script's
/// numbers are exact up to 2⁵³, which takes four million additions of the largest amount to one key.
/// </remarks>
internal static class RedisScripts
{
    /// <summary>What the third number of the transfer's answer says: nothing was moved because the source has too little.</summary>
    public const int Refused = 0;

    /// <summary>The amount was moved.</summary>
    public const int Moved = 1;

    /// <summary>Nothing was moved because the target can't hold the sum.</summary>
    public const int TooLarge = 2;

    private const string Value = """
        local function value(key)
          local stored = tonumber(redis.call('GET', key) or '0')
          return (stored + 2147483648) % 4294967296 - 2147483648
        end
        """;

    /// <summary>Moves the amount, the first argument, from the first key to the second; answers both values before and what became of it.</summary>
    public const string Transfer = $$"""
        {{Value}}
        local amount = tonumber(ARGV[1])
        local from, to = value(KEYS[1]), value(KEYS[2])
        if from < amount then return {from, to, 0} end
        if to > 2147483647 - amount then return {from, to, 2} end
        redis.call('SET', KEYS[1], string.format('%d', from - amount))
        redis.call('SET', KEYS[2], string.format('%d', to + amount))
        return {from, to, 1}
        """;

    /// <summary>Answers the values of all keys.</summary>
    public const string Snapshot = $$"""
        {{Value}}
        local values = {}
        for i = 1, #KEYS do values[i] = value(KEYS[i]) end
        return values
        """;
}
