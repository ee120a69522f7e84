using SalesIntel.Engine;

namespace SalesIntel.Core.Tests.Engine;

public sealed class RetryPolicyTests
{
    private static readonly ProcessingOptions Options = new() { MaxRetries = 3, RetryBase = TimeSpan.FromSeconds(60) };

    [Theory]
    [InlineData(0, 60)]
    [InlineData(1, 120)]
    [InlineData(2, 240)]
    public void Wait_doubles(int failedBefore, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.Wait(failedBefore, asked: null, Options, random: 0));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void After_the_last_retry_there_is_no_wait(int failedBefore) =>
        Assert.Null(RetryPolicy.Wait(failedBefore, TimeSpan.FromSeconds(1), Options, random: 0));

    [Fact]
    public void Without_retries_the_first_failure_is_the_last() =>
        Assert.Null(RetryPolicy.Wait(0, null, new ProcessingOptions { MaxRetries = 0 }, random: 0));

    [Theory]
    [InlineData(10, 60)]
    [InlineData(600, 600)]
    public void Longer_wait_that_the_provider_asked_for_is_granted_and_a_shorter_is_not(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.Wait(0, TimeSpan.FromSeconds(asked), Options, random: 0));

    [Theory]
    [InlineData(0.5, 66)]
    [InlineData(1, 72)]
    public void Jitter_only_lengthens_by_up_to_a_fifth(double random, int seconds) =>
        Assert.Equal(seconds, RetryPolicy.Wait(0, null, Options, random)!.Value.TotalSeconds, precision: 6);
}
