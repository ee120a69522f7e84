namespace SalesIntel.Storage.Contract;

/// <summary>The words that stand in a store for status and stage: one form for every implementation.</summary>
internal static class StoreWords
{
    /// <summary>The word of a status, lower case.</summary>
    public static string Of(EventStatus status) => status switch
    {
        EventStatus.Queued => "queued",
        EventStatus.Processing => "processing",
        EventStatus.Processed => "processed",
        EventStatus.Ignored => "ignored",
        EventStatus.Failed => "failed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    /// <summary>The word of a stage, lower case.</summary>
    public static string Of(Stage stage) => stage switch
    {
        Stage.Route => "route",
        Stage.Facts => "facts",
        Stage.Extract => "extract",
        Stage.Deliver => "deliver",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    };

    /// <summary>The status of a word; null when it is none.</summary>
    public static EventStatus? ReadStatus(string word) => word switch
    {
        "queued" => EventStatus.Queued,
        "processing" => EventStatus.Processing,
        "processed" => EventStatus.Processed,
        "ignored" => EventStatus.Ignored,
        "failed" => EventStatus.Failed,
        _ => null,
    };

    /// <summary>The stage of a word; null when it is none.</summary>
    public static Stage? ReadStage(string word) => word switch
    {
        "route" => Stage.Route,
        "facts" => Stage.Facts,
        "extract" => Stage.Extract,
        "deliver" => Stage.Deliver,
        _ => null,
    };
}
