namespace KeyedState.Stores;

/// <summary>How much of a store's log and index is in memory, in bytes; powers of two.</summary>
/// <param name="Index">The index; 8 B lead to a record, and are enough for it where seven of eight places may be taken.</param>
/// <param name="Memory">The newest part of the log; a record of two integers has 16 B.</param>
/// <param name="Page">What is written to the file at a time, and leaves memory at a time.</param>
internal readonly record struct FasterLogSizes(long Index, long Memory, long Page);
