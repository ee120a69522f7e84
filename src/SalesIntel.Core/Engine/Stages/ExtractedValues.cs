using System.Text.Json;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Engine;

/// <summary>What an extractor answers, as values.</summary>
internal static class ExtractedValues
{
    public static LeadValues Of(LeadIntel intel) => new IntelExtracted
    {
        At = default,
        EventId = "",
        InviteeId = "",
        UpdatedAt = default,
        Source = Reader.None,
        Intel = JsonSerializer.SerializeToElement(intel, ExtractionJsonContext.Default.LeadIntel).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value.GetString()),
    }.ToValues().Values;

    public static LeadValues Of(MeddicAssessment assessment) => new MeddicExtracted
    {
        At = default,
        EventId = "",
        SessionId = "",
        AcceptedAt = default,
        Source = Reader.None,
        Assessment = JsonSerializer.SerializeToElement(assessment, ExtractionJsonContext.Default.MeddicAssessment).EnumerateObject()
            .ToDictionary(member => member.Name, member => member.Value),
    }.ToValues().Values;

    public static Reader ReaderOf(string source) => source switch
    {
        "model" => Reader.Model,
        "rules" => Reader.Rules,
        _ => Reader.None,
    };
}
