namespace KeyedState.Results;

/// <summary>What a gate's run comes to.</summary>
public enum GateConclusion
{
    /// <summary>No regression, and the look that decides could have seen one.</summary>
    Passed,

    /// <summary>A state is slower, allocates more or is wrong.</summary>
    Regression,

    /// <summary>No regression, but a state of the base is not in the head, so that nothing is known of it.</summary>
    StateMissing,

    /// <summary>No regression, but a launch of the head failed and the next ones did not.</summary>
    FailedOnce,

    /// <summary>The base's states don't run under the head's harness, so that no state is judged.</summary>
    HarnessChanged,

    /// <summary>The look that decides can't judge on this machine now: a self-test failed, or too little could be seen, among all states or among those that the change touches.</summary>
    CannotJudge,
}
