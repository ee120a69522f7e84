using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>For work on a store: a fixed number of calls, because each leaves something there.</summary>
internal sealed class StoreRunConfig : ManualConfig
{
    public const int Calls = 1000;

    public StoreRunConfig()
    {
        AddJob(Job.ShortRun.WithIterationCount(5).WithInvocationCount(Calls).WithUnrollFactor(1));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
