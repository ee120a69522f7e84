using Microsoft.Extensions.Options;
using SalesIntel.SampleHost;

namespace SalesIntel.EndToEnd.Tests.Events;

public sealed class ConfigurationErrorsTests
{
    private static readonly OptionsValidationException First = new("", typeof(object), ["one", "two"]);
    private static readonly OptionsValidationException Second = new("", typeof(object), ["three"]);

    [Fact]
    public void Every_failure_of_every_refused_options_is_told()
    {
        Assert.Equal(["one", "two"], ConfigurationErrors.Find(First));
        Assert.Equal(["one", "two", "three"], ConfigurationErrors.Find(new AggregateException(First, Second)));
    }

    [Fact]
    public void What_is_no_configuration_error_is_left_to_others()
    {
        Assert.Null(ConfigurationErrors.Find(new InvalidOperationException("x")));
        Assert.Null(ConfigurationErrors.Find(new AggregateException(First, new InvalidOperationException("x"))));
    }
}
