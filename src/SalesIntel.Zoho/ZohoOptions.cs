using SalesIntel.Settings;

namespace SalesIntel.Zoho;

/// <summary>How SalesIntel reaches a Zoho CRM. The environment variable that usually fills a property is named with it.</summary>
public sealed class ZohoOptions
{
    /// <summary>Name of the <see cref="System.Net.Http.HttpClient"/> that talks to the accounts host.</summary>
    public const string AccountsClientName = "SalesIntel.Zoho.Accounts";

    /// <summary>Name of the <see cref="System.Net.Http.HttpClient"/> that talks to the API host.</summary>
    public const string ApiClientName = "SalesIntel.Zoho.Api";

    private const string NoTrigger = "none";
    private static readonly string[] Triggers = ["workflow", "approval", "blueprint", "pathfinder", "orchestration"];

    private static readonly SettingForm Address = new(
        "an absolute https URL without user, password, query and fragment; http for this machine only", ZohoHosts.IsAcceptable)
    {
        HidesValue = true,
    };

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<ZohoOptions> Settings { get; } = new SettingsGroup<ZohoOptions>()
        .Text("ZOHO_DC", o => o.DataCenter, (o, v) => o.DataCenter = v, ZohoDataCenter.List,
            new SettingForm($"one of {ZohoDataCenter.Codes}", code => ZohoDataCenter.Find(code) is not null))
        .Text("ZOHO_CLIENT_ID", o => o.ClientId, (o, v) => o.ClientId = v, "required when `DRY_RUN=false`", SettingForm.Word, isSecret: true)
        .Text("ZOHO_CLIENT_SECRET", o => o.ClientSecret, (o, v) => o.ClientSecret = v, "required when `DRY_RUN=false`", SettingForm.Word,
            isSecret: true)
        .Text("ZOHO_REFRESH_TOKEN", o => o.RefreshToken, (o, v) => o.RefreshToken = v, "required when `DRY_RUN=false`", SettingForm.Word,
            isSecret: true)
        .Text("ZOHO_ACCOUNTS_URL", o => o.AccountsUrl, (o, v) => o.AccountsUrl = v,
            "for proxies and stand-ins; https, or http on this machine", Address, unset: "from the data centre")
        .Text("ZOHO_API_URL", o => o.ApiUrl, (o, v) => o.ApiUrl = v,
            "for proxies and stand-ins; https, or http on this machine", Address, unset: "from the token answer")
        .Text("ZOHO_LEADS_MODULE", o => o.LeadsModule, (o, v) => o.LeadsModule = v, "API name of the leads module",
            ZohoFieldNames.ApiName)
        .Text("ZOHO_OWNER_ID", o => o.OwnerId, (o, v) => o.OwnerId = v, "owner of new leads and tasks, a Zoho user's id",
            new SettingForm("a Zoho user's id, a number of up to 20 digits", id => id.Length <= 20 && id.All(char.IsAsciiDigit)))
        .Number("ZOHO_MAX_CONCURRENCY", o => o.MaxConcurrency, (o, v) => o.MaxConcurrency = v, 1, 25,
            "calls to Zoho in flight over all processes, at most 25")
        .Number("ZOHO_CREDITS_RESERVE", o => o.CreditsReserve, (o, v) => o.CreditsReserve = v, 0, 1_000_000,
            "API credits of the day that are kept for bookings: with fewer left, work on the past waits")
        .Seconds(null, o => o.Timeout, (o, v) => o.Timeout = v, 1, 300)
        .List("ZOHO_TRIGGER", o => o.Trigger is { Count: 0 } ? [NoTrigger] : o.Trigger?.ToArray(),
            (o, v) => o.Trigger = v is [NoTrigger] ? [] : [.. v],
            $"automations that run after a write, of {string.Join(", ", Triggers.Select(one => $"`{one}`"))}, or `{NoTrigger}`; not set: all of them",
            new SettingForm(
                $"none or some of {string.Join(", ", Triggers)}", trigger => trigger == NoTrigger || Triggers.Contains(trigger)),
            property: nameof(Trigger))
        .Rules(o => o.Trigger is not { } triggers || !triggers.Contains(NoTrigger) ? []
            : triggers.Count > 1 ? [$"ZOHO_TRIGGER ({nameof(ZohoOptions)}.{nameof(Trigger)}) has '{NoTrigger}' beside others: name either it or them."]
            : [$"ZOHO_TRIGGER ({nameof(ZohoOptions)}.{nameof(Trigger)}) has '{NoTrigger}', for which an empty list stands in code."])
        .Flag("ZOHO_SKIP_CADENCES", o => o.SkipCadences, (o, v) => o.SkipCadences = v, "enrol written leads in no cadence")
        .Text("ZOHO_ASSIGNMENT_RULE_ID", o => o.AssignmentRuleId, (o, v) => o.AssignmentRuleId = v, "assignment rule for new leads",
            new SettingForm("the id of an assignment rule, a number of up to 20 digits", id => id.Length <= 20 && id.All(char.IsAsciiDigit)))
        .Choice("ZOHO_CONTACTS", o => o.Contacts, (o, v) => o.Contacts = v,
            "search contacts for an address `always`, or only `when_named` by Zoho",
            [("when_named", ZohoContactLookup.WhenNamed), ("always", ZohoContactLookup.Always)])
        .Flag("ZOHO_WRITE_CONTACTS", o => o.WriteContacts, (o, v) => o.WriteContacts = v,
            "write a contact's fields too, not only its notes and tasks")
        .Require(
            o => o switch
            {
                { DryRun: null } => "to reach Zoho CRM",
                { DryRun: false } => "when DRY_RUN=false",
                { RefreshToken: null or "" } => null,
                _ => "with ZOHO_REFRESH_TOKEN",
            },
            "ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN");

    /// <summary>The data centre of the Zoho account, <c>ZOHO_DC</c>. Refresh tokens are bound to it.</summary>
    /// <value><c>us</c>, <c>au</c>, <c>eu</c>, <c>in</c>, <c>jp</c>, <c>ca</c>, <c>cn</c>, <c>sa</c>, <c>uk</c> or <c>ae</c>, in any
    /// case. Default <c>au</c>. See https://www.zoho.com/crm/developer/docs/api/v8/multi-dc.html.</value>
    public string DataCenter { get; set; } = "au";

    /// <summary>The id of the connected app, <c>ZOHO_CLIENT_ID</c>.</summary>
    /// <value>Required.</value>
    public string ClientId { get; set; } = "";

    /// <summary>The secret of the connected app, <c>ZOHO_CLIENT_SECRET</c>.</summary>
    /// <value>Required. Never logged.</value>
    public string ClientSecret { get; set; } = "";

    /// <summary>The refresh token, <c>ZOHO_REFRESH_TOKEN</c>. It needs the scopes <c>ZohoCRM.modules.ALL</c>,
    /// <c>ZohoCRM.settings.fields.READ</c> and <c>ZohoSearch.securesearch.READ</c>.</summary>
    /// <value>Required. Never logged.</value>
    public string RefreshToken { get; set; } = "";

    /// <summary>Base address of the accounts host instead of the data centre's, <c>ZOHO_ACCOUNTS_URL</c>.</summary>
    /// <value>Default null. https, or http on this machine.</value>
    public string? AccountsUrl { get; set; }

    /// <summary>Base address of the API instead of the token answer's <c>api_domain</c>, <c>ZOHO_API_URL</c>.</summary>
    /// <value>Default null. https, or http on this machine.</value>
    public string? ApiUrl { get; set; }

    /// <summary>API name of the module that holds the leads, <c>ZOHO_LEADS_MODULE</c>.</summary>
    /// <value>Default <c>Leads</c>.</value>
    public string LeadsModule { get; set; } = "Leads";

    /// <summary>Id of the Zoho user who owns new leads and tasks, <c>ZOHO_OWNER_ID</c>.</summary>
    /// <value>Default null: the user who granted the refresh token. A number of up to 20 digits.</value>
    public string? OwnerId { get; set; }

    /// <summary>Calls in flight at a time, <c>ZOHO_MAX_CONCURRENCY</c>: over all processes where the store shares slots, else in this
    /// process. Zoho allows 5 (Free) to 25 (Ultimate) for an organisation and connected app, see
    /// https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
    /// <value>1 to 25, default 8.</value>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>API credits of the day that are kept for what somebody waits for, <c>ZOHO_CREDITS_RESERVE</c>: with fewer left, calls with
    /// <see cref="Client.ZohoPriority.Background"/> are not made. 0 keeps none. Zoho says how many are left once half of them are
    /// used.</summary>
    /// <value>0 to 1,000,000, default 500.</value>
    public int CreditsReserve { get; set; } = 500;

    /// <summary>How long one call may take, from connecting to the last byte of the answer.</summary>
    /// <value>1 second to 5 minutes, default 30 seconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Which of Zoho's automations run after a write to a lead or task, <c>ZOHO_TRIGGER</c>: sent as <c>trigger</c>.</summary>
    /// <value>Default null: not sent, and Zoho then runs all of them, mails to customers included. An empty list runs none.
    /// Values: <c>workflow</c>, <c>approval</c>, <c>blueprint</c>, <c>pathfinder</c>, <c>orchestration</c>.</value>
    public IList<string>? Trigger { get; set; }

    /// <summary>Whether written leads are kept out of cadences, <c>ZOHO_SKIP_CADENCES</c>.</summary>
    /// <value>Default false: Zoho enrols them as its cadences say, whatever <see cref="Trigger"/> is.</value>
    public bool SkipCadences { get; set; }

    /// <summary>Id of the assignment rule that chooses the owner of new leads, <c>ZOHO_ASSIGNMENT_RULE_ID</c>.</summary>
    /// <value>Default null: none. A number of up to 20 digits.</value>
    public string? AssignmentRuleId { get; set; }

    /// <summary>When contacts are searched for a person's address, <c>ZOHO_CONTACTS</c>. A contact gets notes and tasks, and is never made a
    /// lead again.</summary>
    /// <value>Default <see cref="ZohoContactLookup.WhenNamed"/>.</value>
    public ZohoContactLookup Contacts { get; set; }

    /// <summary>Whether a contact's fields are written as well, as far as it has fields of the same names, <c>ZOHO_WRITE_CONTACTS</c>.</summary>
    /// <value>Default true. False: only notes and tasks.</value>
    public bool WriteContacts { get; set; } = true;

    /// <summary>Whether a value that a picklist does not have is sent all the same. Zoho accepts most of them, and the list is
    /// polluted.</summary>
    /// <value>Default false: the field is left out and reported as an issue.</value>
    public bool AllowUnknownPicklistValues { get; set; }

    /// <summary>Whether SalesIntel runs dry; null when Zoho is used without SalesIntel.</summary>
    internal bool? DryRun { get; set; }

    /// <summary>True in a dry run that is to read nothing from Zoho.</summary>
    internal bool IsLeftOut => DryRun == true && string.IsNullOrEmpty(RefreshToken);
}
