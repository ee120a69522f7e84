using Microsoft.Extensions.Time.Testing;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Tests.Records;

public sealed class UnknownAddressesTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public void Nobody_is_known_to_be_new_once_and_for_a_moment_after_the_database_was_asked()
    {
        var unknown = new UnknownAddresses(time);
        var asked = unknown.Now;
        unknown.Add("a@x.example", asked);
        unknown.Add("b@x.example", asked);
        unknown.Add("c@x.example", asked);
        unknown.Remove("c@x.example");
        Assert.Equal((true, false, false), (unknown.Take("a@x.example"), unknown.Take("a@x.example"), unknown.Take("c@x.example")));

        time.Advance(UnknownAddresses.Life + TimeSpan.FromMilliseconds(1));
        Assert.False(unknown.Take("b@x.example"));
    }

    [Fact]
    public void What_nobody_took_is_forgotten()
    {
        var unknown = new UnknownAddresses(time);
        for (var number = 0; number < 5_000; number++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            unknown.Add($"{number}@x.example", unknown.Now);
        }

        Assert.InRange(unknown.Count, 300, 1_001);
    }
}
