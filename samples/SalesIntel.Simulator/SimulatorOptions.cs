using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>How the stand-ins behave. Every value has a default that suits tests: no latency, no index delay.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Loopback port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Loopback host name or address to listen on.</summary>
    /// <value>The default is 127.0.0.1.</value>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Clock of the simulated services: time stamps, token life, index delay, latency, fault windows.</summary>
    /// <value>The default is the system clock.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>API name of the leads module; an organisation may have renamed it.</summary>
    /// <value>The default is <c>Leads</c>.</value>
    public string LeadsModule { get; set; } = "Leads";

    /// <summary>The only accepted client id; <see langword="null"/> accepts any that does not start with "wrong".</summary>
    public string? ClientId { get; set; }

    /// <summary>The only accepted client secret; <see langword="null"/> accepts any that does not start with "wrong".</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The only accepted refresh token; <see langword="null"/> accepts any that does not start with "wrong".</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Life of an access token, in whole seconds on the wire.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Access tokens one refresh token may ask for in ten minutes.</summary>
    /// <value>The default is 10, as Zoho documents.</value>
    public int TokensPerTenMinutes { get; set; } = 10;

    /// <summary>Live access tokens of one refresh token; one more ends the oldest without a word.</summary>
    /// <value>The default is 15, as Zoho documents.</value>
    public int LiveTokens { get; set; } = 15;

    /// <summary>Zoho calls in flight above which the answer is 429; <see langword="null"/> has no limit.</summary>
    public int? ZohoConcurrencyLimit { get; set; }

    /// <summary>Calls in flight that write more than ten records, query or convert, above which the answer is 429.</summary>
    /// <value>The default is 10, as Zoho documents; <see langword="null"/> has no limit.</value>
    public int? ZohoHeavyLimit { get; set; } = 10;

    /// <summary>Time after which a written lead is seen by search; reads by id and COQL see it at once.</summary>
    public TimeSpan ZohoIndexDelay { get; set; }

    /// <summary>Report several bad fields of one record as <c>MULTIPLE_OR_MULTI_ERRORS</c>, or the first one only.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool ReportAllFieldErrors { get; set; } = true;

    /// <summary>Fields of leads, besides the address, whose values must be unique.</summary>
    public ISet<string> UniqueFields { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Fields of leads that the layout makes mandatory.</summary>
    public ISet<string> MandatoryFields { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Fields of leads whose values are refused whatever they are, with the code: <c>INVALID_DATA</c>, <c>DEPENDENT_MISMATCH</c>,
    /// <c>RECORD_IN_BLUEPRINT</c>.</summary>
    public IDictionary<string, string> RefusedFields { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What <c>settings/fields</c> says of a field of leads in place of what it says otherwise, by API name; <see langword="null"/>:
    /// the field is not among them. Writes are judged as before.</summary>
    public IDictionary<string, JsonObject?> FieldChanges { get; } = new Dictionary<string, JsonObject?>(StringComparer.Ordinal);

    /// <summary>Fields of leads that hold text with formats: lists, searches and queries show its first 500 characters. With
    /// <c>Note_Content</c> so do lists of notes.</summary>
    public ISet<string> RichTextFields { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether queries show converted leads, which Zoho does not document.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool QueriesShowConverted { get; set; } = true;

    /// <summary>Scopes that refresh tokens lack, e.g. <c>ZohoCRM.coql.READ</c>.</summary>
    public ISet<string> MissingScopes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The organisation's users, by id, with their status.</summary>
    /// <value>At first the user of the refresh token, <c>active</c>.</value>
    public IDictionary<string, string> Users { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["5550001000000000000"] = "active" };

    /// <summary>Ids of the assignment rules of leads.</summary>
    /// <value>None at first.</value>
    public ISet<string> AssignmentRules { get; } = new SortedSet<string>(StringComparer.Ordinal);

    /// <summary>The organisation's edition.</summary>
    /// <value>The default is <c>enterprise</c>.</value>
    public string Edition { get; set; } = "enterprise";

    /// <summary>Whether duplicate checking covers contacts, an option of the organisation.</summary>
    public bool DuplicateCheckCoversContacts { get; set; }

    /// <summary>Whether the longest length that a field takes is told as text, as the specification of the records API has it.</summary>
    public bool LengthsAsText { get; set; }

    /// <summary>Whether text outside of Unicode's first plane, such as emoji, is refused.</summary>
    public bool RefusesEmoji { get; set; }

    /// <summary>
    /// Offset in which date-times come back, whatever offset they were written with: the real server answers in the user's
    /// time zone. <see langword="null"/> keeps them as written.
    /// </summary>
    public TimeSpan? ZohoTimeOffset { get; set; }

    /// <summary>Time that each Zoho API call takes before it is carried out.</summary>
    public TimeSpan ZohoLatency { get; set; }

    /// <summary>Time that each token request takes.</summary>
    public TimeSpan OAuthLatency { get; set; }

    /// <summary>Time that each Gemini call takes.</summary>
    public TimeSpan GeminiLatency { get; set; }

    /// <summary>At most so much is added to <see cref="GeminiLatency"/>, another amount for each call: calls that begin together
    /// do not end together.</summary>
    public TimeSpan GeminiJitter { get; set; }

    /// <summary>Time that each Slack message takes.</summary>
    public TimeSpan SlackLatency { get; set; }

    /// <summary>
    /// Called when a CRM write or an answer of the language model is carried out and nothing of the answer was sent yet: the moment
    /// at which a caller that dies does not know what it did. The answer waits for the task.
    /// </summary>
    public Func<FaultTarget, string, Task>? BeforeAnswer { get; set; }
}
