using System.Text.Json;

namespace SalesIntel.Evaluation.Cases;

/// <summary>One document of a corpus as it stands in a file; docs/evaluation.md describes the form. A document is a meeting, a booking, or
/// a
/// sender's body as it is.</summary>
internal sealed record CorpusCase
{
    /// <summary>Identifies it.</summary>
    public string Id { get; set; } = "";

    /// <summary>What kind of document it is.</summary>
    public CaseClass Class { get; set; }

    /// <summary>The language, ISO 639-1; <c>en</c> when missing.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Mail domains of the people who sell.</summary>
    public IReadOnlyList<string> Sellers { get; set; } = [];

    /// <summary>The sender of <see cref="Body"/>: <c>readai</c> or <c>calendly</c>.</summary>
    public string Source { get; set; } = "";

    /// <summary>A sender's body.</summary>
    public JsonElement? Body { get; set; }

    /// <summary>A file with the sender's body instead, relative to the corpus.</summary>
    public string BodyFile { get; set; } = "";

    /// <summary>A meeting in a form of its own.</summary>
    public CorpusMeeting? Meeting { get; set; }

    /// <summary>A booking in a form of its own.</summary>
    public CorpusBooking? Booking { get; set; }

    /// <summary>What is to be found, by element or field; what is missing is absent.</summary>
    public Dictionary<string, CorpusTruth> Truth { get; set; } = [];

    /// <summary>A completion written by hand, in the form of a model's.</summary>
    public JsonElement? Completion { get; set; }
}
