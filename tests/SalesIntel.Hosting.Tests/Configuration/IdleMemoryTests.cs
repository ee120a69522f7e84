using SalesIntel.Hosting.Commands.Building;

namespace SalesIntel.Hosting.Tests.Configuration;

/// <summary>When an idle service gives its memory back.</summary>
public sealed class IdleMemoryTests
{
    private const long Burst = AllocationLull.Worth;

    private readonly AllocationLull lull = new();
    private long allocated;

    [Fact]
    public void Memory_is_given_back_once_when_the_start_is_over_and_once_after_each_burst()
    {
        Assert.False(After(Burst), "It still starts.");
        Assert.True(After(AllocationLull.Idle - 1));
        Assert.False(After(0), "There was nothing since.");
        Assert.False(After(Burst), "It works.");
        Assert.False(After(AllocationLull.Idle), "It still works.");
        Assert.True(After(0));
        Assert.False(After(0));
    }

    [Fact]
    public void Little_work_is_collected_no_more_often_than_the_runtime_would()
    {
        var looks = 10 * Burst / (AllocationLull.Idle / 2);
        var collections = 0;
        for (var look = 0; look < looks; look++)
        {
            collections += After(AllocationLull.Idle / 2) ? 1 : 0;
        }

        Assert.Equal(10, collections);
    }

    private bool After(long bytes) => lull.IsWorthCollecting(allocated += bytes);
}
