using SalesIntel.Evaluation.Cases;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>A document that was read.</summary>
/// <param name="Case">The document with its truth.</param>
/// <param name="Document">The document as its source reads it.</param>
/// <param name="Result">What was extracted.</param>
internal sealed record Reading(EvaluationCase Case, LeadDocument Document, ExtractionResult Result);
