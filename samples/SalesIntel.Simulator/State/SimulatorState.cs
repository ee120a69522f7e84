using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>
/// Everything the stand-ins hold. Each property is a copy taken at the time of the call; safe from any thread.
/// </summary>
public sealed class SimulatorState
{
    private readonly SimulatorOptions _options;
    private readonly List<SlackMessage> _slack = [];
    private readonly List<GeminiCall> _gemini = [];
    private readonly Dictionary<string, int> _requests = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _tokensInFlight;
    private int _zohoInFlight;
    private int _zohoHeavyInFlight;

    internal SimulatorState(SimulatorOptions options)
    {
        _options = options;
        Crm = new CrmDatabase(options);
        Tokens = new TokenDesk(options);
    }

    /// <summary>Leads in the order in which they were inserted.</summary>
    public IReadOnlyList<SimulatedLead> Leads => Read(() => Crm.Leads);

    /// <summary>Notes in the order in which they were inserted.</summary>
    public IReadOnlyList<SimulatedNote> Notes => Read(() => Crm.Notes);

    /// <summary>Tasks in the order in which they were inserted.</summary>
    public IReadOnlyList<SimulatedTask> Tasks => Read(() => Crm.Tasks);

    /// <summary>Contacts in the order in which they were made.</summary>
    public IReadOnlyList<SimulatedContact> Contacts => Read<IReadOnlyList<SimulatedContact>>(
        () => [.. Crm.Contacts.Select(contact => new SimulatedContact(contact.Id, (JsonObject)contact.Fields.DeepClone()))]);

    /// <summary>Messages to Slack.</summary>
    public IReadOnlyList<SlackMessage> SlackMessages => Read<IReadOnlyList<SlackMessage>>(() => [.. _slack]);

    /// <summary>Calls of the language model, refused ones included.</summary>
    public IReadOnlyList<GeminiCall> GeminiCalls => Read<IReadOnlyList<GeminiCall>>(() => [.. _gemini]);

    /// <summary>Answered (paid) calls by prompt hash; 2 or more means that the same prompt was paid twice.</summary>
    public IReadOnlyDictionary<string, int> GeminiPrompts => Read(() =>
        _gemini.Where(call => call.Status == StatusCodes.Status200OK || call.Outcome == "fault:drop_after_commit")
            .GroupBy(call => call.PromptHash)
            .ToDictionary(group => group.Key, group => group.Count()));

    /// <summary>The log of CRM writes.</summary>
    public IReadOnlyList<ZohoWrite> Writes => Read(() => Log.Writes);

    /// <summary>Pairs of CRM writes for one lead that were in flight at the same time.</summary>
    public IReadOnlyList<WriteOverlap> Overlaps => Read(() => Log.Overlaps);

    /// <summary>API names that callers wrote and the simulated organisation does not have, as <c>Module.Name</c>.</summary>
    public IReadOnlyList<string> IgnoredFields => Read<IReadOnlyList<string>>(() => [.. Crm.IgnoredFields]);

    /// <summary>Requests by <c>target.operation</c>, refused ones included.</summary>
    public IReadOnlyDictionary<string, int> Requests => Read(() => new Dictionary<string, int>(_requests));

    /// <summary>Token requests, refused ones included.</summary>
    public int TokenRequests => Read(() => Tokens.Requests);

    /// <summary>Access tokens given out.</summary>
    public int TokensIssued => Read(() => Tokens.Issued);

    /// <summary>The largest number of token requests in flight so far.</summary>
    public int TokensMaxInFlight { get; private set; }

    /// <summary>The largest number of CRM calls in flight so far.</summary>
    public int ZohoMaxInFlight { get; private set; }

    /// <summary>The largest number of CRM calls in flight so far that write more than ten records, query or convert.</summary>
    public int ZohoMaxHeavyInFlight { get; private set; }

    /// <summary>CRM calls that were refused because too many were in flight.</summary>
    public int ZohoTooMany { get; private set; }

    internal Lock Gate { get; } = new();

    internal CrmDatabase Crm { get; }

    internal TokenDesk Tokens { get; }

    internal WriteLog Log { get; } = new();

    /// <summary>Puts a lead into the CRM as a person would, past the API's checks and the write log.</summary>
    /// <returns>The id.</returns>
    public string AddLead(JsonObject fields) => Change(() => Crm.Insert(fields).Id);

    /// <summary>Puts a contact into the CRM as a person would.</summary>
    /// <returns>The id.</returns>
    public string AddContact(JsonObject fields) => Change(() => Crm.AddContact(fields));

    /// <summary>Changes fields of a lead as a person would.</summary>
    /// <exception cref="KeyNotFoundException">No lead has this id.</exception>
    public void EditLead(string id, JsonObject fields) => Change(() =>
    {
        Crm.Update(Crm.Require(id), fields);
        return 0;
    });

    /// <summary>Changes the text of a note as a person would.</summary>
    /// <exception cref="KeyNotFoundException">No note has this id.</exception>
    public void EditNote(string id, string content) => Change(() =>
        Crm.Save((Crm.FindNote(id) ?? throw new KeyNotFoundException("No note has this id.")) with { Content = content }));

    /// <summary>Locks a lead, as while it is being merged, or unlocks it.</summary>
    public void LockLead(string id, bool locked = true) => Change(() =>
    {
        Crm.Lock(id, locked);
        return 0;
    });

    /// <summary>Converts a lead to a contact.</summary>
    /// <returns>The contact's id.</returns>
    /// <exception cref="KeyNotFoundException">No lead has this id.</exception>
    public string ConvertLead(string id) => Change(() => Crm.Convert(Crm.Require(id)));

    /// <summary>Empties everything. Access tokens that were given out stay valid; their counts start again.</summary>
    public void Reset() => Change(() =>
    {
        Crm.Clear();
        Log.Clear();
        Tokens.ClearCounts();
        _slack.Clear();
        _gemini.Clear();
        _requests.Clear();
        TokensMaxInFlight = _tokensInFlight;
        ZohoMaxInFlight = _zohoInFlight;
        ZohoMaxHeavyInFlight = _zohoHeavyInFlight;
        ZohoTooMany = 0;
        return 0;
    });

    /// <summary>Waits until the condition holds. It is checked at once and after each change, never by polling.</summary>
    /// <exception cref="TimeoutException">The condition did not hold in time.</exception>
    public async Task WaitForAsync(Func<SimulatorState, bool> condition, TimeSpan timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (condition(this))
            {
                return;
            }

            try
            {
                await changed.WaitAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The simulator did not reach the expected state within {timeout}.");
            }
        }
    }

    /// <summary>Counts an arriving request.</summary>
    /// <returns>Whether it is within the limit of calls in flight.</returns>
    internal bool Arrive(FaultTarget target, string operation)
    {
        lock (Gate)
        {
            var name = $"{target.ToString().ToLowerInvariant()}.{operation}";
            _requests[name] = _requests.GetValueOrDefault(name) + 1;
            if (target == FaultTarget.OAuth)
            {
                TokensMaxInFlight = Math.Max(TokensMaxInFlight, ++_tokensInFlight);
            }

            if (target != FaultTarget.Zoho)
            {
                return true;
            }

            ZohoMaxInFlight = Math.Max(ZohoMaxInFlight, ++_zohoInFlight);
            return _options.ZohoConcurrencyLimit is not { } limit || _zohoInFlight <= limit;
        }
    }

    /// <summary>Counts an arrived request among those of which fewer are allowed.</summary>
    /// <returns>Whether it is within their limit.</returns>
    internal bool ArriveHeavy()
    {
        lock (Gate)
        {
            ZohoMaxHeavyInFlight = Math.Max(ZohoMaxHeavyInFlight, ++_zohoHeavyInFlight);
            return _options.ZohoHeavyLimit is not { } limit || _zohoHeavyInFlight <= limit;
        }
    }

    internal SimResponse RefuseOneTooMany()
    {
        ZohoTooMany++;
        return FaultResponses.TooManyInFlight();
    }

    internal void Leave(FaultTarget target, bool isHeavy)
    {
        lock (Gate)
        {
            _tokensInFlight -= target == FaultTarget.OAuth ? 1 : 0;
            _zohoInFlight -= target == FaultTarget.Zoho ? 1 : 0;
            _zohoHeavyInFlight -= isHeavy ? 1 : 0;
        }
    }

    internal void Add(Func<int, SlackMessage> message)
    {
        lock (Gate)
        {
            _slack.Add(message(_slack.Count + 1));
        }
    }

    internal void Add(Func<int, GeminiCall> call)
    {
        lock (Gate)
        {
            _gemini.Add(call(_gemini.Count + 1));
        }
    }

    internal void Signal() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    internal StateView View() => Read(() => new StateView(
        Leads, Notes, Tasks, SlackMessages, TokenRequests, TokensIssued, TokensMaxInFlight, GeminiCalls, GeminiPrompts, Writes, Overlaps,
        IgnoredFields, Requests, ZohoMaxInFlight, ZohoMaxHeavyInFlight, ZohoTooMany));

    internal CountsView Counts(bool reached) => Read(() => new CountsView(
        reached, Crm.Rows.Count, Crm.NoteCount, Crm.TaskCount, _slack.Count, _gemini.Count, Log.Count));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private T Read<T>(Func<T> read)
    {
        lock (Gate)
        {
            return read();
        }
    }

    private T Change<T>(Func<T> change)
    {
        T result;
        lock (Gate)
        {
            result = change();
        }

        Signal();
        return result;
    }
}
