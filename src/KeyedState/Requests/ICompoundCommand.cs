namespace KeyedState;

/// <summary>An operation of several steps as a message to the owner of a dictionary.</summary>
internal interface ICompoundCommand
{
    /// <summary>Performs the operation. Only the owner of the dictionary calls this.</summary>
    /// <returns>What the caller is told.</returns>
    /// <exception cref="InvalidTransferException">A transfer's target can't hold the sum.</exception>
    object Apply(Dictionary<int, int> map);
}
