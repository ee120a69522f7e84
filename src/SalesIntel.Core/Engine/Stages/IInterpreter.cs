using SalesIntel.Failures;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Tells what the events of one source say. To add a source: one of these, and an <see cref="IWebhookSource"/>.</summary>
internal interface IInterpreter
{
    /// <summary>The source's name.</summary>
    string Source { get; }

    /// <summary>Reads an event's facts. A pure function.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="leadEmail">The address of the lead that was chosen; empty when the message itself tells it.</param>
    /// <exception cref="PermanentFailureException">The body can't be read.</exception>
    Interpretation Interpret(WebhookEvent stored, string leadEmail);
}
