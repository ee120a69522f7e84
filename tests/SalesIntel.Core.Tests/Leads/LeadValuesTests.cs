using System.Text.Json;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Leads;

public sealed class LeadValuesTests
{
    private static readonly FieldValue Lund = FieldValue.Of("Lund");
    private static readonly FieldValue Doubtful = new() { Text = "Malmö?", Status = FieldStatus.Ambiguous };
    private static readonly FieldValue Unproven = Some.Claimed("Oslo", ClaimSupport.Unsupported);

    [Fact]
    public void Field_without_a_value_is_absent()
    {
        Assert.Same(FieldValue.Absent, LeadValues.Empty[LeadFields.City]);
        Assert.Same(FieldValue.Absent, LeadValues.Empty["city"]);
        Assert.Equal("field", Assert.Throws<ArgumentNullException>(() => LeadValues.Empty[(LeadField)null!]).ParamName);
    }

    [Fact]
    public void Of_a_name_that_occurs_twice_the_last_counts_also_when_it_takes_the_value_away()
    {
        Assert.Equal("Lund", Of(("city", FieldValue.Of("Oslo")), ("city", Lund))["city"].Text);
        Assert.Empty(Of(("city", Lund), ("city", FieldValue.Absent)));
        Assert.Same(LeadValues.Empty, Of(("city", FieldValue.Absent)));
        Assert.Equal("values", Assert.Throws<ArgumentNullException>(() => LeadValues.Of(null!)).ParamName);
    }

    [Fact]
    public void What_says_anything_is_kept()
    {
        Assert.Single(Of(("city", new FieldValue { Status = FieldStatus.Ambiguous })));
        Assert.Single(Of(("city", new FieldValue { Claims = [new Claim { Text = "Lund" }] })));
        Assert.Single(Of(("city", new FieldValue { Text = "Lund" })));
    }

    [Fact]
    public void Values_stand_in_the_order_of_their_names() =>
        Assert.Equal(["City", "a", "b"], Of(("b", Lund), ("a", Lund), ("City", Lund)).Select(value => value.Key));

    [Fact]
    public void Value_is_replaced_in_a_copy()
    {
        var before = Of(("city", Lund));

        Assert.Equal("Oslo", before.With(LeadFields.City, FieldValue.Of("Oslo"))[LeadFields.City].Text);
        Assert.Empty(before.With(LeadFields.City, FieldValue.Absent));
        Assert.Equal("Lund", before[LeadFields.City].Text);
        Assert.Equal("field", Assert.Throws<ArgumentNullException>(() => before.With(null!, Lund)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => before.With(LeadFields.City, null!)).ParamName);
    }

    public static TheoryData<string, string, string> Merges => new()
    {
        { "sure", "sure", "later" }, { "sure", "doubtful", "earlier" }, { "sure", "unproven", "earlier" }, { "sure", "nothing", "earlier" },
        { "doubtful", "sure", "later" }, { "doubtful", "unproven", "later" }, { "doubtful", "nothing", "earlier" },
        { "unproven", "doubtful", "later" }, { "nothing", "doubtful", "later" }, { "nothing", "sure", "later" }, { "doubtful", "claim", "earlier" },
    };

    [Theory]
    [MemberData(nameof(Merges))]
    public void Later_value_wins_unless_it_says_less_surely(string earlier, string later, string expected)
    {
        var (before, after) = (Value(earlier, "earlier"), Value(later, "later"));

        var merged = Of(("city", before), ("country", Lund)).Merge(Of(("city", after), ("industry", Lund)));

        Assert.Equal(expected == "later" ? after : before, merged["city"]);
        Assert.Equal((Lund, Lund), (merged["country"], merged["industry"]));

        static FieldValue Value(string kind, string text) => kind switch
        {
            "sure" => FieldValue.Of(text),
            "doubtful" => Doubtful with { Text = text },
            "unproven" => Unproven with { Text = text },
            "claim" => new FieldValue { Claims = [new Claim { Text = text, Support = ClaimSupport.Unsupported }] },
            _ => FieldValue.Absent,
        };
    }

    [Fact]
    public void Values_merged_with_none_are_the_same_ones()
    {
        var values = Of(("city", Lund));

        Assert.Same(values, values.Merge(LeadValues.Empty));
        Assert.Same(values, LeadValues.Empty.Merge(values));
        Assert.Equal("later", Assert.Throws<ArgumentNullException>(() => values.Merge(null!)).ParamName);
    }

    [Fact]
    public void Values_are_equal_by_what_they_hold_in_whatever_order()
    {
        var values = Of(("city", Lund), ("country", Doubtful));

        Assert.Equal(values, Of(("country", Doubtful), ("city", Lund)));
        Assert.Equal(values.GetHashCode(), Of(("country", Doubtful), ("city", Lund)).GetHashCode());
        Assert.NotEqual(values, Of(("city", Lund)));
        Assert.NotEqual(values, Of(("city", Lund), ("country", Lund)));
        Assert.NotEqual(values, Of(("city", Lund), ("industry", Doubtful)));
        Assert.False(values.Equals(null));
        Assert.False(values.Equals((object)"city"));
        Assert.NotEqual(values.GetHashCode(), Of(("city", Lund)).GetHashCode());
    }

    [Fact]
    public void Value_of_nothing_is_absent_and_of_a_text_found()
    {
        Assert.Same(FieldValue.Absent, FieldValue.Of(null));
        Assert.Same(FieldValue.Absent, FieldValue.Of(""));
        Assert.Equal(("Lund", FieldStatus.Found, "", "Lund"), (Lund.Text, Lund.Status, Lund.InferredFrom, Lund.TextWithOrigin));
        Assert.Equal("Sweden (inferred from the time zone)", FieldValue.Of("Sweden", "the time zone").TextWithOrigin);
    }

    [Theory]
    [InlineData(FieldStatus.Found, null, true)]
    [InlineData(FieldStatus.Found, "Supported", true)]
    [InlineData(FieldStatus.Found, "Unchecked", true)]
    [InlineData(FieldStatus.Found, "Unsupported", false)]
    [InlineData(FieldStatus.Found, "Unsupported,Supported", true)]
    [InlineData(FieldStatus.Ambiguous, "Supported", false)]
    [InlineData(FieldStatus.Absent, "Supported", false)]
    public void Value_is_written_where_it_is_found_and_something_bears_it_out(FieldStatus status, string? claims, bool writable)
    {
        var value = new FieldValue
        {
            Text = "Lund", Status = status,
            Claims = [.. (claims?.Split(',') ?? []).Select(support => new Claim { Support = Enum.Parse<ClaimSupport>(support) })],
        };

        Assert.Equal(writable, value.IsWritable);
        Assert.False((value with { Text = "" }).IsWritable);
        Assert.Equal(claims != "Unsupported", value.IsSupported);
    }

    [Fact]
    public void Claim_stands_for_its_value_when_nothing_speaks_against_it()
    {
        Assert.True(new Claim { Support = ClaimSupport.Supported }.IsStanding);
        Assert.True(new Claim().IsStanding);
        Assert.False(new Claim { Support = ClaimSupport.Unsupported }.IsStanding);
        Assert.False(new Claim { Hedged = true }.IsStanding);
        Assert.False(new Claim { Contradicted = true }.IsStanding);
        Assert.False(new Claim { Superseded = true }.IsStanding);
    }

    [Fact]
    public void Values_of_a_field_are_equal_by_text_status_origin_and_claims()
    {
        var value = Lund with { InferredFrom = "x", Claims = [new Claim { Quote = "Lund" }] };

        Assert.Equal(value, value with { Claims = [new Claim { Quote = "Lund" }] });
        Assert.Equal(value.GetHashCode(), (value with { Claims = [new Claim { Quote = "Lund" }] }).GetHashCode());
        Assert.NotEqual(value, value with { Text = "Oslo" });
        Assert.NotEqual(value, value with { Status = FieldStatus.Ambiguous });
        Assert.NotEqual(value, value with { InferredFrom = "y" });
        Assert.NotEqual(value, value with { Claims = [] });
        Assert.False(value.Equals(null));
    }

    [Fact]
    public void Stored_value_of_null_is_absent_and_what_is_no_object_is_refused()
    {
        var fact = (ValuesStated)StoreJson.ReadFact(Stored("""{"city":null,"country":{"text":null,"status":"found","claims":null,"inferred_from":null}}"""));

        Assert.Equal(FieldValue.Absent, fact.Values["city"]);
        Assert.Equal(("", "", 0), (fact.Values["country"].Text, fact.Values["country"].InferredFrom, fact.Values["country"].Claims.Count));
        var e = Assert.ThrowsAny<Exception>(() => StoreJson.ReadFact(Stored("[]")));
        Assert.Contains("Values must be an object by field name.", (e as JsonException ?? e.InnerException)!.Message, StringComparison.Ordinal);

        static string Stored(string values) =>
            $$"""{"fact":"values_stated","event_id":"1","at":"2026-11-01T08:00:00+00:00","document":"d","revision":"2026-11-01T08:00:00+00:00","values":{{values}}}""";
    }

    private static LeadValues Of(params (string Name, FieldValue Value)[] values) =>
        LeadValues.Of(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
}
