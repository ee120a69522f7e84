using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using Perfolizer.Horology;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>For work on the processor: short, because it is the ratio that counts.</summary>
internal sealed class ShortRunConfig : ManualConfig
{
    public ShortRunConfig()
    {
        AddJob(Job.ShortRun.WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(400)));
        AddDiagnoser(MemoryDiagnoser.Default);
    }
}
