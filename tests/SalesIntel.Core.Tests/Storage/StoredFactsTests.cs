using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Storage;

/// <summary>Facts in the form in which the version before stored them stay good for ever; facts of today are written in today's form.</summary>
public sealed class StoredFactsTests
{
    private const string OldIntel = """
        {"fact":"intel_extracted","invitee_id":"INV1","updated_at":"2026-11-20T10:00:00+00:00",
         "intel":{"first_name":"Ada","company_name":"Quill Print (inferred from the mail domain)","company_website":"",
          "country":"Sweden (inferred from the time zone)","city":"Lund (inferred)","stated_pain_points":"Reprints (too many)\nLate labels"},
         "source":"model","event_id":"e1","at":"2026-11-20T09:59:00+00:00"}
        """;

    private const string OldMeddic = """
        {"fact":"meddic_extracted","session_id":"01S","accepted_at":"2026-11-21T10:00:00+00:00",
         "assessment":{
          "metrics":{"value":"Nine days","quote":"It takes us nine days.","speaker":"Ada Quill","turn":3,"grounding":"confirmed","at":"2026-11-21T09:10:00+00:00"},
          "economic_buyer":{"value":"The CFO","quote":"never said","speaker":"","grounding":"unconfirmed"},
          "competition":{"value":"Paper","quote":"","speaker":"","turn":null,"grounding":"none","at":null},
          "champion":{"value":"","quote":"","speaker":"","grounding":"none"},
          "next_steps":["Send the quote.","Ask legal."],"risks":[],"confidence":"Warm"},
         "source":"rules","event_id":"e2","at":"2026-11-21T09:45:00+00:00"}
        """;

    [Fact]
    public void Old_intel_is_read_as_values_with_their_origin_beside_them()
    {
        var fact = Assert.IsType<ValuesRead>(StoreJson.ReadFact(OldIntel));

        Assert.Equal(("e1:intel", "booking:INV1", DocumentKind.Form, ExtractionMethod.Model), (fact.Id, fact.Document, fact.DocumentKind, fact.ReadBy));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), fact.Revision);
        Assert.Equal(("Quill Print", "the mail domain"), Said(LeadFields.CompanyName));
        Assert.Equal(("Sweden", "the time zone"), Said(LeadFields.Country));
        Assert.Equal(("Lund", "other facts"), Said(LeadFields.City));
        Assert.Equal(("Reprints (too many)\nLate labels", ""), Said(LeadFields.PainPoints));
        Assert.Equal(FieldValue.Absent, fact.Values[LeadFields.CompanyWebsite]);

        (string, string) Said(LeadField field) => (fact.Values[field].Text, fact.Values[field].InferredFrom);
    }

    [Fact]
    public void Old_MEDDIC_is_read_as_values_with_one_claim_each()
    {
        var fact = Assert.IsType<ValuesRead>(StoreJson.ReadFact(OldMeddic));

        Assert.Equal(("e2:meddic", "meeting:01S", DocumentKind.Conversation, ExtractionMethod.Rules), (fact.Id, fact.Document, fact.DocumentKind, fact.ReadBy));
        var claim = Assert.Single(fact.Values[Some.Meddic("metrics")].Claims);
        Assert.Equal(
            ("It takes us nine days.", "Ada Quill", 3, ClaimSupport.Supported, new DateTimeOffset(2026, 11, 21, 9, 10, 0, TimeSpan.Zero)),
            (claim.Quote, claim.Speaker, claim.Turn, claim.Support, claim.At));
        Assert.False(fact.Values[Some.Meddic("economic_buyer")].IsWritable);
        Assert.True(fact.Values[Some.Meddic("competition")].IsWritable);
        Assert.False(fact.Values[Some.Meddic("champion")].IsKnown);
        Assert.Equal("Send the quote.\nAsk legal.", fact.Values[MeetingFields.NextSteps].Text);
        Assert.Equal("Warm", fact.Values[QualificationFrameworks.Meddic.Confidence].Text);
        Assert.Equal(5, fact.Values.Count);
    }

    [Fact]
    public void What_an_old_assessment_has_in_another_form_than_it_was_written_in_is_left_out()
    {
        var fact = Assert.IsType<ValuesRead>(StoreJson.ReadFact("""
            {"fact":"meddic_extracted","session_id":"01S","accepted_at":"2026-11-21T10:00:00+00:00",
             "assessment":{
              "metrics":{"value":"Nine days (inferred from the calendar)","quote":7,"turn":"3","grounding":null,"at":"soon"},
              "competition":{"value":"Paper","turn":3.5,"at":7},
              "economic_buyer":{"quote":"no value"},
              "champion":7,"risks":"Budget"},
             "source":"model","event_id":"e2","at":"2026-11-21T09:45:00+00:00"}
            """));

        var metrics = fact.Values[Some.Meddic("metrics")];
        Assert.Equal(("Nine days", "the calendar"), (metrics.Text, metrics.InferredFrom));
        Assert.Equal(new Claim { Support = ClaimSupport.Unchecked }, Assert.Single(metrics.Claims));
        Assert.Equal(new Claim(), Assert.Single(fact.Values[Some.Meddic("competition")].Claims));
        Assert.Equal("Budget", fact.Values[MeetingFields.Risks].Text);
        Assert.Equal(3, fact.Values.Count);
    }

    [Theory]
    [InlineData(OldIntel)]
    [InlineData(OldMeddic)]
    public void Old_fact_is_written_in_todays_form_and_read_again_the_same(string old)
    {
        var fact = StoreJson.ReadFact(old);
        var json = StoreJson.WriteFact(fact);

        Assert.Contains("\"fact\":\"values_read\"", json, StringComparison.Ordinal);
        Assert.Equal(fact, StoreJson.ReadFact(json));
    }

    [Fact]
    public void Values_of_the_version_before_stand_until_something_proven_replaces_them()
    {
        const string Before = """
            {"fact":"values_read","document":"meeting:02S","document_kind":"Conversation","revision":"2026-11-22T10:00:00+00:00",
             "values":{"meddic_metrics":{"text":"Nine days","status":"found","inferred_from":"","claims":[{"text":"","quote":"It takes nine days.",
               "speaker":"Ada Quill","turn":3,"at":"2026-11-22T09:10:00+00:00","question":"","support":"supported"}]},
              "meddic_competition":{"text":"Paper","status":"found","claims":[{"support":"unchecked"}]},
              "meddic_confidence":{"text":"Hot","status":"found","claims":[]}},
             "read_by":"model","event_id":"e4","at":"2026-11-22T09:45:00+00:00"}
            """;
        LeadFact[] stored = [StoreJson.ReadFact(OldIntel), StoreJson.ReadFact(OldMeddic), StoreJson.ReadFact(Before)];
        var lead = LeadProjection.Project("ada@quill.example", stored);
        Assert.Equal(
            ["Quill Print", "Lund", "Nine days", "Paper", "Hot"],
            new[] { "company_name", "city", "meddic_metrics", "meddic_competition", "meddic_confidence" }
                .Select(name => lead.Values[name]).Where(value => value.IsWritable).Select(value => value.Text));

        // A later reading by the checks of today that proves nothing.
        var nothing = new ValuesRead
        {
            EventId = "e5", At = Bodies.Base.AddYears(1), Document = "meeting:03S", DocumentKind = DocumentKind.Conversation,
            Revision = Bodies.Base.AddYears(1), ReadBy = ExtractionMethod.Model,
            Values = LeadValues.Empty
                .With(Some.Meddic("metrics"), new FieldValue { Claims = [new Claim { Text = "Two days", Support = ClaimSupport.Unsupported }] })
                .With(Some.Meddic("competition"), new FieldValue { Text = "Perhaps Inkwell", Status = FieldStatus.Ambiguous }),
        };
        var later = LeadProjection.Project("ada@quill.example", [.. stored, nothing]);
        Assert.All(lead.Values.Where(value => value.Value.IsWritable), value => Assert.Equal(value.Value, later.Values[value.Key]));
        Assert.Equal(nothing, StoreJson.ReadFact(StoreJson.WriteFact(nothing)));
    }

    [Fact]
    public void Why_nothing_was_taken_is_kept_and_not_known_of_what_was_stored_before()
    {
        var unread = new ValuesRead
        {
            EventId = "e6", At = Bodies.Base, Document = "meeting:04S", DocumentKind = DocumentKind.Conversation,
            Revision = Bodies.Base, ReadBy = ExtractionMethod.Rules, Values = LeadValues.Empty, Unread = UnreadReason.NothingSold,
        };
        var json = StoreJson.WriteFact(unread);
        Assert.Contains("\"unread\":\"nothing_sold\"", json, StringComparison.Ordinal);
        Assert.Equal(unread, StoreJson.ReadFact(json));

        var before = json.Replace(",\"unread\":\"nothing_sold\"", "", StringComparison.Ordinal);
        Assert.Null(Assert.IsType<ValuesRead>(StoreJson.ReadFact(before)).Unread);
        Assert.DoesNotContain("unread", StoreJson.WriteFact(unread with { Unread = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Stated_values_of_an_own_source_are_kept_with_fields_that_no_catalogue_has()
    {
        LeadFact fact = new ValuesStated
        {
            EventId = "e3", At = Bodies.Base, Document = "contact:1", Revision = Bodies.Base,
            Values = Some.Values((LeadFields.CompanyName, "Quill"), (new LeadField("review_volume"), "40 a month")),
        };

        Assert.Equal(fact, StoreJson.ReadFact(StoreJson.WriteFact(fact)));
    }
}
