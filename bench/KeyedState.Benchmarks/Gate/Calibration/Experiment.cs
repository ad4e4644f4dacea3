using KeyedState.Regression;

namespace KeyedState.Benchmarks.Gate;

/// <summary>A comparison with a known answer, made many times.</summary>
/// <param name="Kind">What the answer is.</param>
/// <param name="Name">Its name, which its file has.</param>
/// <param name="Title">What people read.</param>
/// <param name="Look">How its look is taken.</param>
/// <param name="Head">The name of the unrelated change that the head has; null where the base runs against itself.</param>
/// <param name="Comparisons">How many comparisons it makes of each subject.</param>
/// <param name="UsualSubjects">How many subjects it has, about: enough to say beforehand how long it takes.</param>
/// <param name="Subjects">What is compared, once it is known who the base's worker is; it can have delays chosen for states and effects.</param>
internal sealed record Experiment(
    ExperimentKind Kind,
    string Name,
    string Title,
    LookSetup Look,
    string? Head,
    int Comparisons,
    int UsualSubjects,
    Func<HelloReply, Func<IReadOnlyList<string>, IReadOnlyList<double>, IReadOnlyList<ComparedState>>, IReadOnlyList<ComparedState>> Subjects);
