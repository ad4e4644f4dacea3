using YourStates;

return KeyedState.Benchmarks.SuiteProgram.Run(args, typeof(SnapshotState).Assembly);
