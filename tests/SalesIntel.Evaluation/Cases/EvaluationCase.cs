using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Cases;

/// <summary>A document with what an attentive person finds in it.</summary>
internal sealed record EvaluationCase
{
    /// <summary>Identifies it in its corpus.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of document it is.</summary>
    public required CaseClass Class { get; init; }

    /// <summary>The sender whose body it is, e.g. <c>readai</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The body as the sender sends it.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Mail domains of the people who sell.</summary>
    public IReadOnlyList<string> SellerDomains { get; init; } = [];

    /// <summary>The language in which it is written, ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>What is to be found: of a meeting by the element's name, of a form by the field's. What is missing is absent.</summary>
    public required IReadOnlyDictionary<string, Expected> Truth { get; init; }

    /// <summary>A completion written by hand, in the form of a model's; null when there is none.</summary>
    public string? Completion { get; init; }

    /// <summary>True for the address of somebody who sells.</summary>
    public bool IsSeller(string? email) =>
        email is not null && SellerDomains.Any(domain => email.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is expected of an element or field.</summary>
    public Expected TruthOf(string name) => Truth.TryGetValue(name, out var expected) ? expected : Expected.Absent;
}
