using System.Text.Json.Serialization;

namespace KeyedState.Results;

/// <summary>What a state declared when the run was made.</summary>
/// <param name="Name">The identifier.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Family">The family, such as "ChannelOwner" or "Limit".</param>
/// <param name="Replies">When and where a caller goes on: "AtOnce", "AtOnceWhenFree", "Asynchronous" or "Inline".</param>
/// <param name="BlockingCaller">What a caller that blocks does to the others: "DelaysNobody", "DelaysOthers", "StopsItsBatch" or "StopsEveryone".</param>
/// <param name="AllocationFree">Whether it promises not to allocate.</param>
/// <param name="HowItWorks">One line.</param>
/// <param name="OwnTable">The data structure, such as "probed table", where it is one of the suite's own; null elsewhere.</param>
/// <param name="DependsOnAlternation">Whether its figures depend on how closely reads and writes alternate.</param>
/// <param name="CheckedOperations">How many operations of the state were checked before the first launch; 0 for a limit, which has nothing to check.</param>
/// <param name="DependsBecause">Why its figures depend on that, as a clause; null where they do not, and in runs that did not store it.</param>
public sealed record StoredState(
    string Name,
    string Title,
    string Family,
    string Replies,
    string BlockingCaller,
    bool AllocationFree,
    string HowItWorks,
    string? OwnTable,
    bool DependsOnAlternation,
    long CheckedOperations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DependsBecause = null)
{
    /// <summary>Whether it is a bound that the others are held against and no design to choose.</summary>
    [JsonIgnore]
    public bool IsLimit => Family == "Limit";
}
