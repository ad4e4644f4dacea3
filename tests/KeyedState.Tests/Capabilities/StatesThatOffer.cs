using KeyedState.Benchmarks;

namespace KeyedState.Tests.Capabilities;

/// <summary>The implementations that offer a capability, as data for theories. A new state is among them by itself.</summary>
public static class StatesThatOffer
{
    public static TheoryData<string> Add => Where(Capability.Add);

    public static TheoryData<string> Transfer => Where(Capability.Transfer);

    public static TheoryData<string> Snapshot => Where(Capability.Snapshot);

    public static TheoryData<string> TransferAndSnapshot =>
        new(Designs.Where(entry => entry.Offers(Capability.Transfer) && entry.Offers(Capability.Snapshot)).Select(entry => entry.Name));

    public static TheoryData<string> ExclusiveUpdate => Where(Capability.ExclusiveUpdate);

    public static TheoryData<string> AnythingWithoutAllocations =>
        new(Designs.Where(entry => entry.Declared.AllocationFree && Enum.GetValues<Capability>().Any(entry.Offers)).Select(entry => entry.Name));

    private static IEnumerable<StateEntry> Designs => SuiteCatalogue.Default.Entries.Where(entry => !entry.IsLimit);

    private static TheoryData<string> Where(Capability capability) =>
        new(Designs.Where(entry => entry.Offers(capability)).Select(entry => entry.Name));
}
