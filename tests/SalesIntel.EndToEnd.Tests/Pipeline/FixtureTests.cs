using System.Text;
using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;
using VerifyXunit;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

/// <summary>Each fixture goes the whole way alone: HTTP, store, processing, Zoho over HTTP. What it comes to is a snapshot: the answer,
/// the lead as Zoho holds it, the notes word for word.</summary>
public sealed class FixtureTests
{
    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var source in (string[])["calendly", "readai"])
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "fixtures", source), "*.json").Order(StringComparer.Ordinal))
            {
                all.Add(source, Path.GetFileNameWithoutExtension(file));
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Fixture_becomes(string source, string file)
    {
        await using var host = await RunningHost.StartAsync();
        var answer = await host.SendAsync(source, file);
        var stored = answer.EventId.Length > 0 ? await host.FinishedAsync(answer.EventId) : null;
        await Verifier.Verify(Describe(answer.Result, stored, host.Simulator.State), "txt").UseParameters(source, file);
    }

    private static string Describe(string answer, WebhookEvent? stored, SimulatorState crm)
    {
        var text = new StringBuilder().Append("answer: ").Append(answer).Append('\n');
        if (stored is not null)
        {
            text.Append("event: ").Append(stored.Source).Append(' ').Append(stored.EventType).Append(", ")
                .Append(stored.Status.ToString().ToLowerInvariant()).Append('\n');
            if (stored.LastError.Length > 0)
            {
                text.Append("error: ").Append(stored.ErrorClass).Append(": ").Append(stored.LastError).Append('\n');
            }

            foreach (var (effect, entry) in stored.Ledger.OrderBy(effect => effect.Value.At))
            {
                text.Append("effect ").Append(effect).Append(": ").Append(entry.State.ToString().ToLowerInvariant()).Append('\n');
            }
        }

        foreach (var lead in crm.Leads)
        {
            text.Append("\nLEAD ").Append(lead.Fields.ToJsonString(SnapshotJson.Readable)).Append('\n');
        }

        foreach (var note in crm.Notes)
        {
            text.Append("\nNOTE ").Append(note.Title).Append('\n').Append(note.Content).Append('\n');
        }

        return text.ToString();
    }
}
