namespace SalesIntel.Evaluation.Lies;

/// <summary>Ways in which a model lies.</summary>
internal enum LieKind
{
    /// <summary>A true quote that does not say what is claimed.</summary>
    Unsupported,

    /// <summary>A seller's words for what only buyers can state.</summary>
    SellersWords,

    /// <summary>Another number than the quote's.</summary>
    ChangedNumber,

    /// <summary>Another name than the quote's.</summary>
    ChangedName,

    /// <summary>A date that the quote does not have.</summary>
    ChangedDate,

    /// <summary>A "not" that the quote does not have.</summary>
    NegationPutIn,

    /// <summary>The quote's "not" left out.</summary>
    NegationTakenOut,

    /// <summary>A quote that nobody said.</summary>
    InventedQuote,

    /// <summary>No quote at all.</summary>
    NoQuote,

    /// <summary>Values of a meeting of which there is no transcript.</summary>
    NoTranscript,

    /// <summary>A true statement under an element that it is not about.</summary>
    WrongElement,

    /// <summary>What somebody dictated to the model.</summary>
    ObeyedInstruction,

    /// <summary>A value of a booking that no answer has.</summary>
    InventedValue,

    /// <summary>Hours for minutes, euros for dollars, a week for a month.</summary>
    ChangedUnit,

    /// <summary>One end of a range for the range.</summary>
    NarrowedRange,

    /// <summary>A question, told as if it were answered.</summary>
    QuestionAsStatement,

    /// <summary>What holds under a condition, without it.</summary>
    DroppedCondition,

    /// <summary>What is wanted, told as if it were so.</summary>
    PlanAsFact,

    /// <summary>What was, told as if it were, or the reverse.</summary>
    OtherTense,

    /// <summary>What somebody says of others, as if it were true of him.</summary>
    OthersFact,

    /// <summary>A quote that is put together from two turns.</summary>
    StitchedQuote,

    /// <summary>Somebody in the meeting of whom nothing was said.</summary>
    SilentAttendee,

    /// <summary>More for less.</summary>
    TurnedDirection,

    /// <summary>All for some.</summary>
    RaisedQuantifier,

    /// <summary>A relative day with a date that it is not.</summary>
    WrongWeekday,

    /// <summary>Another number than the answer's, or a "not" put in or taken out.</summary>
    ChangedAnswer,
}
