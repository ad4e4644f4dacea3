using System.Globalization;

namespace KeyedState.Benchmarks.Suites;

/// <summary>Takes the launches of a run in turn, round after round, until all are made or the time is up. The time runs from when this is made.</summary>
/// <param name="rounds">How many launches of each there are to be; 1 or more.</param>
/// <param name="budget">How long the run may take; no launch starts later.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">Told of each launch, and when the time is up.</param>
internal sealed class LaunchRounds(int rounds, TimeSpan budget, TimeProvider time, ProgressWriter progress)
{
    private readonly long started = time.GetTimestamp();

    /// <summary>Takes them, in another order in each round.</summary>
    /// <param name="launches">The launches of a round. Their order is lost.</param>
    /// <param name="random">What the order is drawn from.</param>
    /// <param name="pass">Called before each launch; does not return once the run is broken off.</param>
    /// <param name="isLeftOut">Whether a launch is not made after all, asked when its turn comes.</param>
    /// <param name="title">What a launch is called.</param>
    /// <returns>Each launch when its turn comes, with its round, from 0.</returns>
    public IEnumerable<(int Round, TLaunch Launch)> Take<TLaunch>(
        TLaunch[] launches, Random random, Action pass, Func<TLaunch, bool> isLeftOut, Func<TLaunch, string> title)
    {
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(launches);
            for (var i = 0; i < launches.Length; i++)
            {
                pass();
                if (time.GetElapsedTime(started) > budget)
                {
                    progress.Say(string.Create(CultureInfo.InvariantCulture, $"The time is up: round {round + 1} of {rounds} is not complete, and some figures have no interval."));
                    yield break;
                }

                if (!isLeftOut(launches[i]))
                {
                    progress.Say(string.Create(CultureInfo.InvariantCulture, $"[round {round + 1} of {rounds}, {i + 1} of {launches.Length}] {title(launches[i])}"));
                    yield return (round, launches[i]);
                }
            }
        }
    }
}
