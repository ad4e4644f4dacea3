using Xunit.Sdk;
using Xunit.v3;

// An exploration takes one thread at a time, and its seed decides only while no other interferes.
[assembly: Parallelization(Mode = ParallelMode.None)]
