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

    /// <summary>Another number than the answer's, or a "not" put in or taken out.</summary>
    ChangedAnswer,
}
