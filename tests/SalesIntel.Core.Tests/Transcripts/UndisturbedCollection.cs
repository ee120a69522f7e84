namespace SalesIntel.Transcripts;

/// <summary>Tests that compare times: no other test runs beside them.</summary>
[CollectionDefinition(nameof(UndisturbedCollection), DisableParallelization = true)]
public sealed class UndisturbedCollection;
