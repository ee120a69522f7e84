namespace SalesIntel.Storage.Contract;

/// <summary>How far an event has come. Each stage runs in a lane; see docs/adr/0001.</summary>
public enum Stage
{
    /// <summary>The lead is not known yet: a meeting whose attendee must be chosen.</summary>
    Route,

    /// <summary>Its facts are to be recorded and shown in the CRM.</summary>
    Facts,

    /// <summary>Intelligence is to be read by the language model; touches no lead.</summary>
    Extract,

    /// <summary>What was extracted is to be written to the CRM: fields, note, task.</summary>
    Deliver,
}
