namespace SalesIntel.Storage.Contract;

/// <summary>How far an effect has come.</summary>
public enum LedgerState
{
    /// <summary>About to be done. Found on a later attempt it means: perhaps done, look before repeating.</summary>
    Intended,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not done, with the reason in the detail.</summary>
    Skipped,

    /// <summary>Dry run: the detail holds what would have been done.</summary>
    DryRun,
}
