using KeyedState.Results;

namespace KeyedState.Tests.Results.Comparison;

public sealed class CardDifferencesTests
{
    private static readonly StoredCard Card = SampleCard.Before;

    public static TheoryData<string, StoredCard> Conditions => new()
    {
        { "round trip of nearest cores", Card with { NearestRoundTrip = 30 } },
        { "round trip of farthest cores", Card with { FarthestRoundTrip = 130 } },
        { "compare-and-swap, uncontended", Card with { LoneSwap = 7 } },
        { "reading the clock", Card with { ClockCost = 40 } },
        { "step of the clock", Card with { ClockGrain = 100 } },
        { "step of fixed work, fastest core", Card with { Paces = [new(0, 0.5), new(1, 1.2)] } },
        { "step of fixed work, slowest core", Card with { Paces = [new(0, 1.1), new(1, 2.4)] } },
        { "quota", Card with { QuotaCores = null } },
        { "logical cores that share one", Card with { Siblings = [] } },
        { "logical cores that share one", Card with { Siblings = ["0-3"] } },
        { "kinds of cores", Card with { Kinds = [] } },
        { "kinds of cores", Card with { Kinds = [new("capacity 1024", "0-1"), new("capacity 512", "2")] } },
    };

    public static TheoryData<string, StoredCard> NoConditions => new()
    {
        { "within one and a half", Card with { LoneSwap = 6.7 } },
        { "contended swap", Card with { ContendedSwap = 100 } },
        { "waking", Card with { Waking = 1e6 } },
        { "sleep", Card with { TimerLateness = 1e6 } },
        { "a distance, which iterations tell", Card with { FarthestRoundTrip = 400 } },
        { "not measured", Card with { NearestRoundTrip = null, FarthestRoundTrip = null, Paces = [] } },
        { "not told", Card with { Siblings = null, Turbo = null, HighestMegahertz = null, AllowedCores = null } },
        { "other cores of the same sort", Card with { AllowedCores = "4,6", Siblings = ["4,6"], Kinds = [new("capacity 1024", "6"), new("capacity 512", "4")] } },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Of_ConditionThatDiffers_IsNamed(string what, StoredCard other)
    {
        var difference = Assert.Single(Between(other));

        Assert.Equal((RunAspect.Card, what), (difference.Aspect, difference.What));
    }

    [Theory]
    [MemberData(nameof(NoConditions))]
    public void Of_WhatVariesOrIsNotKnown_IsNoDifference(string why, StoredCard other) => Assert.True(Between(other).Count == 0, why);

    [Fact]
    public void Of_OneReadingOfTwoThatIsSlow_IsNoDifference() => Assert.Empty(Between(SampleCard.Both, new(Card with { LoneSwap = 50 }, Card)));

    [Fact]
    public void Of_RunWithoutACard_DiffersInNothing() => Assert.Empty(Between(SampleCard.Both, null));

    private static IReadOnlyList<RunDifference> Between(StoredCard other) => Between(new(Card, After: null), new(other, After: null));

    private static IReadOnlyList<RunDifference> Between(StoredCards? before, StoredCards? after) =>
        DifferenceDetector.OfConditions(SampleRun.Headline() with { Cards = before }, SampleRun.Headline() with { Cards = after });
}
