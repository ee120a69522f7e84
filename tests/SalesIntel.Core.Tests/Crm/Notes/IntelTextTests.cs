using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>A value as a person is shown it, with what nothing bears out behind it.</summary>
public sealed class IntelTextTests
{
    private static readonly Claim Unproven = new() { Text = "In Oslo, too", Support = ClaimSupport.Unsupported };
    private static readonly Claim Proven = new() { Text = "In Lund", Support = ClaimSupport.Supported };

    [Fact]
    public void What_nothing_bears_out_stands_last_with_its_remark()
    {
        var value = FieldValue.Of("Lund") with { Claims = [Unproven, Proven] };

        Assert.Equal("Lund\nIn Oslo, too [unconfirmed]", IntelText.Shown(value));
    }

    [Fact]
    public void What_nothing_bears_out_stands_alone_where_nothing_is_known() =>
        Assert.Equal("In Oslo, too [unconfirmed]", IntelText.Shown(new FieldValue { Claims = [Unproven] }));

    [Fact]
    public void Claim_that_is_the_value_itself_is_not_shown_twice() =>
        Assert.Equal("Lund", IntelText.Shown(FieldValue.Of("Lund") with { Claims = [Proven, Unproven with { Text = "" }] }));

    [Fact]
    public void In_brief_a_value_that_is_known_stands_without_what_nothing_bears_out()
    {
        Assert.Equal("Lund (inferred from the phone)", IntelText.Brief(FieldValue.Of("Lund", "the phone") with { Claims = [Proven, Unproven] }));
        Assert.Equal("Lund [unconfirmed]", IntelText.Brief(FieldValue.Of("Lund") with { Claims = [Unproven] }));
    }

    [Fact]
    public void Nothing_is_shown_of_nothing() => Assert.Equal(("", ""), (IntelText.Shown(FieldValue.Absent), IntelText.Brief(FieldValue.Absent)));
}
