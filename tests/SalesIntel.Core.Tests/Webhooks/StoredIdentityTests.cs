using SalesIntel.Snapshots;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;
using VerifyXunit;

namespace SalesIntel.Webhooks;

/// <summary>Key and revision under which a message is stored. They must never change: a message that was stored under others would be
/// taken for a new one when it is sent again.</summary>
public sealed class StoredIdentityTests
{
    private static readonly IWebhookSource[] Sources =
        [new CalendlySource(new CalendlyOptions()), new ReadAiSource(new ReadAiOptions())];

    [Fact]
    public async Task Keys_and_revisions_are_those_of_ever()
    {
        List<object> identities = [];
        foreach (var source in Sources)
        {
            foreach (var file in Fixtures.Files(source.Name))
            {
                var reading = source.Read(Fixtures.Bytes($"{source.Name}/{file}"));
                identities.Add(new
                {
                    file,
                    reading.IdempotencyKey,
                    reading.Revision,
                    EventId = EventIdentity.Derive(reading.IdempotencyKey, reading.Revision),
                });
            }
        }

        await Verifier.Verify(SnapshotJson.Of(identities), "json");
    }
}
