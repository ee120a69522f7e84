namespace SalesIntel.Extraction;

/// <summary>MEDDIC as a meeting's transcript supports it.</summary>
public sealed record MeddicAssessment;
