using SalesIntel.Crm;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Tasks for a lead.</summary>
internal sealed class LeadTasks(
    ZohoCrmClient client, RelatedRecords related, IOptionsMonitor<ZohoOptions> options, ILogger<LeadTasks> logger)
{
    private const string Scopes = "ZohoCRM.modules.tasks.ALL and ZohoCRM.modules.leads.READ";
    private static readonly RelatedList List = new("Tasks", ["Subject", "Description"], "Description", Scopes);

    private static readonly RefusedFieldRules Rules = new()
    {
        IsUpdate = false, Needed = new HashSet<string> { "Subject", "Due_Date", "Description", "What_Id", "Who_Id", "$se_module" },
    };

    public async Task<string?> FindAsync(string leadId, string marker, ZohoPriority priority, CancellationToken cancellationToken) =>
        (await related.FindAsync(List, leadId, marker, wholeText: null, priority, cancellationToken).ConfigureAwait(false))?.Id;

    public async Task<string> CreateAsync(string leadId, CrmTask task, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        var parent = CrmRecord.Parse(leadId, current.LeadsModule).Parent;
        var record = RelatedBodies.Task(parent, new ZohoTask
        {
            Subject = TextCleaner.Shorten(TextCleaner.Line(task.Subject), ZohoTask.MaxSubject),
            DueDate = task.DueDate,
            Description = MarkedText.Shorten(task.Description, task.Marker, ZohoTask.MaxDescription),
            Status = "Not Started",
            Priority = "Normal",
            OwnerId = current.OwnerId,
        });

        // A wrong owner, or a status or priority that this organisation renamed, must not cost the task.
        var issues = new List<string>();
        var rules = Rules with
        {
            Shorten = (name, text, max) => name == "Description"
                ? MarkedText.Shorten(text, task.Marker, max)
                : TextCleaner.Shorten(text, max),
        };
        var refused = new RefusedFields(record, rules, issues);
        var settings = new ZohoWriteSettings { Trigger = current.Trigger?.ToArray(), Priority = priority };
        var result = await client.TryAddTaskAsync(parent, record, settings, cancellationToken).ConfigureAwait(false);
        while (!result.IsSuccess && refused.TryHelp(result.Problems))
        {
            result = await client.TryAddTaskAsync(parent, record, settings, cancellationToken).ConfigureAwait(false);
        }

        var id = result.EnsureSuccess().Id!;
        foreach (var issue in issues)
        {
            Log.FieldIssue(logger, "Tasks", issue);
        }

        Log.RelatedWritten(logger, "task", id, leadId);
        return id;
    }
}
