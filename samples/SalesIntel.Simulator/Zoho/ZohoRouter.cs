namespace SalesIntel.Simulator;

/// <summary>The CRM API: finds the operation of a URL, checks the token, carries it out.</summary>
internal sealed class ZohoRouter(SimulatorOptions options, SimulatorState state)
{
    private const string Scheme = "Zoho-oauthtoken ";
    private const string ContactScope = "ZohoCRM.modules.contacts.ALL";

    private readonly LeadWrites _writes = new(options, state.Crm);
    private readonly LeadReads _reads = new(options, state.Crm);
    private readonly NoteEndpoint _notes = new(options, state.Crm);
    private readonly TaskEndpoint _tasks = new(options, state.Crm);
    private readonly ContactEndpoint _contacts = new(state.Crm);
    private readonly FieldMetadata _metadata = new(options);
    private readonly Coql _coql = new(options, state.Crm);

    public (string Operation, bool IsWrite, Func<SimRequest, SimResponse> Handle) Route(string method, string path)
    {
        var leads = options.LeadsModule;
        string[] segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        (string, bool, Func<SimRequest, SimResponse>) found = (method, segments) switch
        {
            ("POST", ["coql"]) => ("coql", false, _coql.Run),
            ("GET", ["settings", "fields"]) => ("fields", false, _metadata.Get),
            ("GET", ["settings", "layouts"]) => ("layouts", false, _metadata.Layouts),
            ("GET", ["settings", "automation", "assignment_rules"]) => ("assignment_rules", false, _metadata.AssignmentRules),
            ("GET", ["org"]) => ("org", false, _metadata.Organization),
            ("GET", ["users", var id]) => ("users", false, request => _metadata.User(request, id)),
            ("POST", ["Notes"]) => ("notes", true, request => _notes.Insert(request, null, null)),
            ("PUT", ["Notes"]) => ("notes", true, request => _notes.Update(request, null)),
            ("PUT", ["Notes", var id]) => ("notes", true, request => _notes.Update(request, id)),
            ("GET", ["Notes", var id]) => ("note", false, request => _notes.Get(request, id)),
            ("DELETE", ["Notes", var id]) => ("notes", true, request => _notes.Delete(request, id)),
            ("DELETE", ["Notes"]) => ("notes", true, request => _notes.Delete(request, request.Query("ids") ?? "")),
            ("POST", ["Tasks"]) => ("tasks", true, _tasks.Insert),
            ("PUT", ["Tasks"]) => ("tasks", true, request => _tasks.Update(request, null)),
            ("PUT", ["Tasks", var id]) => ("tasks", true, request => _tasks.Update(request, id)),
            ("GET", ["Tasks", var id]) => ("tasks", false, request => _tasks.Get(request, id)),
            (_, [var module, ..]) when module != leads && module != "Contacts" =>
                ("unknown", false, _ => ZohoErrors.Bare(400, "INVALID_MODULE", "the module name given seems to be invalid")),
            ("POST", [var module, var id, "Notes"]) => ("notes", true, request => _notes.Insert(request, module, id)),
            ("GET", [var module, var id, "Notes"]) => ("notes", false, request => _notes.List(request, module, id)),
            ("GET", [var module, var id, "Tasks"]) => ("tasks", false, request => _tasks.List(request, module, id)),
            ("GET", ["Contacts"]) => ("get", false, _contacts.List),
            ("GET", ["Contacts", "search"]) => ("search", false, _contacts.Search),
            ("GET", ["Contacts", var id]) => ("get", false, request => _contacts.Get(request, id)),
            ("PUT", ["Contacts"]) => ("update", true, request => _contacts.Update(request, null)),
            ("PUT", ["Contacts", var id]) => ("update", true, request => _contacts.Update(request, id)),
            ("POST", [var module]) when module == leads => ("insert", true, _writes.Insert),
            ("POST", [var module, "upsert"]) when module == leads => ("upsert", true, _writes.Upsert),
            ("PUT", [var module]) when module == leads => ("update", true, request => _writes.Update(request, null)),
            ("GET", [var module]) when module == leads => ("get", false, _reads.List),
            ("GET", [var module, "search"]) when module == leads => ("search", false, _reads.Search),
            ("PUT", [var module, var id]) when module == leads => ("update", true, request => _writes.Update(request, id)),
            ("GET", [var module, var id]) when module == leads => ("get", false, request => _reads.Get(request, id)),
            ("POST", [var module, var id, "actions", "convert"]) when module == leads =>
                ("convert", true, request => _reads.Convert(request, id)),
            _ => ("unknown", false, _ => ZohoErrors.InvalidUrl()),
        };
        return (found.Item1, found.Item2, request => Authenticated(request, [.. Scopes(found.Item1, segments is ["Contacts", ..])], found.Item3));
    }

    // What a refresh token needs for an operation.
    private IEnumerable<string> Scopes(string operation, bool isContact) => !isContact ? [Scope(operation)]
        : operation == "search" ? [Scope(operation), ContactScope]
        : [ContactScope];

    private string Scope(string operation) => operation switch
    {
        "coql" => "ZohoCRM.coql.READ",
        "search" => "ZohoSearch.securesearch.READ",
        "org" or "users" => $"ZohoCRM.{operation}.READ",
        "fields" or "layouts" or "assignment_rules" => $"ZohoCRM.settings.{operation}.READ",
        "note" => "ZohoCRM.modules.notes.ALL",
        "notes" or "tasks" => $"ZohoCRM.modules.{operation}.ALL",
        _ => $"ZohoCRM.modules.{options.LeadsModule.ToLowerInvariant()}.ALL",
    };

    private SimResponse Authenticated(SimRequest request, string[] scopes, Func<SimRequest, SimResponse> handle)
    {
        if (request.Header("Authorization") is not { } header || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return ZohoErrors.Bare(401, "AUTHENTICATION_FAILURE", "Authentication failed");
        }

        if (state.Tokens.ValidUntil(header[Scheme.Length..], request.Now) is not { } until)
        {
            return ZohoErrors.InvalidToken();
        }

        if (options.MissingScopes.Overlaps(scopes))
        {
            return ZohoErrors.Bare(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL");
        }

        var response = handle(request);
        return response with { Headers = [.. response.Headers, ("X-ACCESSTOKEN-RESET", Wire.Time(until))] };
    }
}
