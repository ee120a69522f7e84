using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Values as tests write them.</summary>
internal static class Some
{
    /// <summary>Found values without claims.</summary>
    public static LeadValues Values(params (LeadField Field, string Text)[] values) =>
        LeadValues.Of(values.Select(value => KeyValuePair.Create(value.Field.Name, FieldValue.Of(value.Text))));

    /// <summary>An element of MEDDIC by its name.</summary>
    public static LeadField Meddic(string element) =>
        QualificationFrameworks.Meddic.FieldOf(QualificationFrameworks.Meddic.Elements.Single(one => one.Name == element));

    /// <summary>A value with one claim.</summary>
    public static FieldValue Claimed(string text, ClaimSupport support, string quote = "", string speaker = "", DateTimeOffset? at = null) => new()
    {
        Text = text,
        Status = FieldStatus.Found,
        Claims = [new Claim { Quote = quote, Speaker = speaker, At = at, Support = support }],
    };
}
