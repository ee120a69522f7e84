using System.Text.Json.Serialization;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Source-generated JSON of what is extracted, and of the shape that the model is asked for.</summary>
[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(LeadIntel))]
[JsonSerializable(typeof(MeddicAssessment))]
[JsonSerializable(typeof(MeddicAnswer))]
[JsonSerializable(typeof(KeptAnswer))]
internal sealed partial class ExtractionJsonContext : JsonSerializerContext;
