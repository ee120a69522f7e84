using SalesIntel.Engine;
using SalesIntel.Extraction;
using SalesIntel.Failures;

namespace SalesIntel.Core.Tests.Engine;

public sealed class FailureTests
{
    public static TheoryData<Exception, string, string> Failures => new()
    {
        { new ProviderException("zoho", "OVERLOAD", "m") { IsOutage = true, IsTransient = true }, "Paused", "zoho/OVERLOAD" },
        { new ProviderException("zoho", "OVERLOAD", "m") { IsOutage = true }, "Paused", "zoho/OVERLOAD" },
        { new ProviderException("gemini", "timeout", "m") { IsTransient = true }, "Transient", "gemini/timeout" },
        { new ProviderException("zoho", "INVALID_DATA", "m"), "Permanent", "zoho/INVALID_DATA" },
        { new PermanentFailureException("no-email", "m"), "Permanent", "event/no-email" },
        { new ExtractionException("m", []), "Permanent", "model/unusable-answer" },
        { new HttpRequestException("m"), "Transient", "network/HttpRequestException" },
        { new IOException("m"), "Transient", "network/IOException" },
        { new TimeoutException("m"), "Transient", "network/TimeoutException" },
        { new TaskCanceledException("m"), "Transient", "network/TaskCanceledException" },
        { new FormatException("m"), "Permanent", "internal/FormatException" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Exception_is_classified(Exception exception, string kind, string code)
    {
        var failure = Failure.Of(exception);

        Assert.Equal((kind, code), (failure.Kind.ToString(), failure.Class));
    }

    [Fact]
    public void Message_of_an_unknown_exception_is_not_shown()
    {
        Assert.DoesNotContain("ada@", Failure.Of(new FormatException("ada@quill.example")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", Failure.Of(new HttpRequestException("ada@quill.example")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_of_an_unknown_exception_names_the_type_that_threw()
    {
        var thrown = Assert.Throws<InvalidOperationException>(Thrower.Throw);

        Assert.Contains("An unexpected InvalidOperationException in Thrower;", Failure.Of(thrown).Message, StringComparison.Ordinal);
        Assert.Contains("in the processor;", Failure.Of(new FormatException()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_provider_asked_for_is_kept() => Assert.Equal(
        TimeSpan.FromSeconds(7),
        Failure.Of(new ProviderException("zoho", "x", "m") { IsTransient = true, RetryAfter = TimeSpan.FromSeconds(7) }).RetryAfter);

    private static class Thrower
    {
        public static void Throw() => throw new InvalidOperationException("m");
    }
}
