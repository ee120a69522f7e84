using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records a dry run: nothing counts as written to the CRM, what would have been written stands in full in the ledger, and the event
/// does not count as processed for the real world.</summary>
/// <param name="queue">Where it is recorded.</param>
/// <param name="crm">What the run writes to.</param>
internal sealed class DryRunCommits(IWorkQueue queue, RecordingCrm crm) : IRunCommits
{
    public async Task<EventCommit?> CommitAsync(EventLease held, EventCommit commit)
    {
        var simulated = Simulated(held.Event, commit);
        return IsEmpty(simulated) || await queue.CommitAsync(held, simulated, CancellationToken.None).ConfigureAwait(false) ? simulated : null;
    }

    private static bool IsEmpty(EventCommit commit) => commit is
    {
        Next: NextStep.Continue, Ledger.Count: 0, Lead: null, OtherLead: null, AssignMeeting: null, AwaitsBookingsOf: null, Error: null, ErrorClass: null,
    };

    private static LedgerEntry Recorded(LedgerEntry entry, string detail) =>
        entry with { State = LedgerState.DryRun, Reference = "", Detail = detail };

    private static NextStep Next(NextStep asked, bool goesOn) => asked switch
    {
        NextStep.Finish { Status: EventStatus.Processed } finish => finish with { DryRun = true },

        // Nothing of what the next stage needs is in the store, so it follows in the same run.
        NextStep.MoveTo when goesOn => new NextStep.Continue(),
        _ => asked,
    };

    // What rules read is shown and not kept: the lead's next event would write it. What a model read is paid for. For a lead that may be
    // another one nothing is kept.
    private static IReadOnlyList<LeadFact> Kept(IReadOnlyList<LeadFact> facts, bool isLeadCertain) =>
        isLeadCertain ? [.. facts.Where(fact => fact is not ValuesRead { ReadBy: ExtractionMethod.Rules })] : [];

    private EventCommit Simulated(WebhookEvent stored, EventCommit commit)
    {
        var facts = Kept(commit.Lead?.Facts ?? [], !Requeueing.IsLeadUncertain(stored));
        var isReadingKept = facts.Count == (commit.Lead?.Facts.Count ?? 0);
        var recording = commit.Ledger.Values.Any(entry => entry.State == LedgerState.Done) ? crm.Take() : new CrmRecording();
        var ledger = new Dictionary<string, LedgerEntry>();
        foreach (var (effect, entry) in commit.Ledger.Where(effect => effect.Value.State != LedgerState.Intended))
        {
            ledger[effect] = effect switch
            {
                _ when entry.State == LedgerState.Skipped => entry,

                // The CRM might have led to another one.
                Effects.Route when crm.NotAsked.Length > 0 => entry with { State = LedgerState.DryRun },
                Effects.Extraction when !isReadingKept => entry with { State = LedgerState.DryRun },
                Effects.Facts or Effects.Intelligence => Recorded(entry, DryRunDetail.Of(recording.Leads.LastOrDefault()?.Fields ?? [])),
                Effects.Note when recording.Notes.LastOrDefault() is { } note => Recorded(entry, DryRunDetail.Of(note.Note)),
                Effects.Task when recording.Tasks.LastOrDefault() is { } task => Recorded(entry, DryRunDetail.Of(task)),
                _ => entry,
            };
        }

        var isRouteCertain = !ledger.TryGetValue(Effects.Route, out var route) || route.State == LedgerState.Done;
        return commit with
        {
            Next = Next(commit.Next, goesOn: ledger.ContainsKey(Effects.Extraction) && !isReadingKept),
            Ledger = ledger,
            Lead = commit.Lead is { } lead && (facts.Count > 0 || lead.WithdrawnFacts.Count > 0 || commit.Next is not NextStep.Continue)
                ? new LeadUpdate { Key = lead.Key, Email = lead.Email, Facts = facts, WithdrawnFacts = lead.WithdrawnFacts }
                : null,
            AssignMeeting = isRouteCertain ? commit.AssignMeeting : null,
        };
    }
}
