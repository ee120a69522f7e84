using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Alerts;
using SalesIntel.Consumer.Parts;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Settings;
using SalesIntel.Testing;
using SalesIntel.Webhooks;

namespace SalesIntel.Consumer;

/// <summary>What another team plugs in, each in a real run of its own host.</summary>
public sealed class DoorTests
{
    private static readonly (string, string)[] Nothing = [];

    [Fact]
    public async Task Own_field_is_one_line_and_goes_from_the_question_to_the_CRM_and_the_note()
    {
        var (crm, model) = (new InMemoryCrm(), new OwnModel(("review_volume", "40 a month", "About 40 proofs a month", null)));
        await using var host = await StartAsync(
            crm, model, options => options.Fields.Add(new LeadField("review_volume") { Ask = "How many reviews the team does in a month." }));
        await host.PostAsync("calendly", Bodies.Booking);

        await NoteAsync(crm, "Review volume: 40 a month");
        Assert.Contains("review_volume", model.Asked);
        Assert.Equal("40 a month", (string?)crm.Leads.Single().Fields["review_volume"]);
    }

    [Fact]
    public async Task Own_field_is_one_line_of_configuration_too()
    {
        var (crm, model) = (new InMemoryCrm(), new OwnModel(("review_volume", "40 a month", "About 40 proofs a month", null)));
        await using var host = await StartAsync(
            crm, model, null, ("SalesIntel:Fields:review_volume", "How many reviews the team does in a month."));
        await host.PostAsync("calendly", Bodies.Booking);

        await NoteAsync(crm, "Review volume: 40 a month");
        Assert.Equal("40 a month", (string?)crm.Leads.Single().Fields["review_volume"]);
    }

    [Fact]
    public async Task Own_framework_is_asked_and_shown_and_chosen_by_its_name()
    {
        const string Said = "reprints cost us nine thousand euros every quarter";
        var (crm, model) = (new InMemoryCrm(), new OwnModel(("challenge", "Reprints cost 9,000 euros a quarter", Said, 2)));
        await using var host = await StartAsync(
            crm,
            model,
            options => options.Frameworks.Add(new QualificationFramework("champ", "CHAMP", [new("challenge") { Ask = "The challenge." }])),
            ("QUALIFICATION", "champ"));
        await host.PostAsync("readai", Bodies.Meeting);

        var note = await NoteAsync(crm, "CHAMP");
        Assert.Contains(Said, note.Content, StringComparison.Ordinal);
        Assert.Equal("Reprints cost 9,000 euros a quarter", (string?)crm.Leads.Single().Fields["champ_challenge"]);
        Assert.DoesNotContain("economic_buyer", model.Asked);
    }

    [Fact]
    public async Task Own_source_becomes_a_lead_with_values_and_a_note()
    {
        var crm = new InMemoryCrm();
        await using var host = await Host.StartAsync(builder =>
        {
            builder.AddMemoryStore().Services.AddSingleton<ICrm>(crm);
            builder.Services.AddSingleton<IWebhookSource, ContactForm>();
        });
        await host.PostAsync(
            "contact",
            """{"id":"7","email":"bo@quill.example","first_name":"Bo","last_name":"Quill","company":"Quill Print","message":"Please call me."}""");

        var note = await NoteAsync(crm, "Please call me.");
        var fields = crm.Leads.Single().Fields;
        Assert.Equal(("Bo", "Quill", "Contact form"), ((string?)fields["first_name"], (string?)fields["last_name"], (string?)fields["lead_source"]));
        Assert.Contains("Contact form", note.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_source_may_be_identified_by_a_header()
    {
        var crm = new InMemoryCrm();
        await using var host = await Host.StartAsync(builder =>
        {
            builder.AddMemoryStore().Services.AddSingleton<ICrm>(crm);
            builder.Services.AddSingleton<IWebhookSource, DeliveredForm>();
        });
        const string Form =
            """{"id":"7","email":"bo@quill.example","first_name":"Bo","last_name":"Quill","company":"Quill Print","message":"Please call me."}""";

        Assert.DoesNotContain("duplicate", await host.PostAsync("delivered", Form, (DeliveredForm.Header, "d1")));
        Assert.Contains("duplicate", await host.PostAsync("delivered", Form, (DeliveredForm.Header, "d1")));
        Assert.DoesNotContain("duplicate", await host.PostAsync("delivered", Form, (DeliveredForm.Header, "d2")));
        await NoteAsync(crm, "Please call me.");
    }

    [Fact]
    public async Task Own_CRM_gets_patches_in_its_own_names_without_a_word_about_Zoho()
    {
        var crm = new OwnCrm();
        await using var host = await StartAsync(crm, new OwnModel(("company_type", "Quill Print", "Quill Print", null)));
        await host.PostAsync("calendly", Bodies.Booking);

        await Until.FoundAsync(() => crm.NoteOf("ada@quill.example"));
        var lead = crm.Lead("ada@quill.example")!;
        Assert.Equal(("Ada", "Quill Print", "DemoBooked", "Quill Print"),
            ((string?)lead["FIRST_NAME"], (string?)lead["COMPANY_NAME"], (string?)lead["LEAD_STATUS"], (string?)lead["COMPANY_TYPE"]));
    }

    [Fact]
    public async Task Own_store_holds_what_is_accepted()
    {
        var (crm, store) = (new InMemoryCrm(), new OwnStore(TimeProvider.System));
        await using var host = await Host.StartAsync(builder => builder.AddStore(_ => store).Services.AddSingleton<ICrm>(crm));
        await host.PostAsync("calendly", Bodies.Booking);

        await NoteAsync(crm, "Quill Print");
        Assert.Equal(1, store.Accepted);
    }

    [Fact]
    public async Task Own_alert_channel_is_told_of_what_needs_a_person()
    {
        var alerts = new OwnAlerts();
        await using var host = await Host.StartAsync(builder =>
        {
            builder.AddMemoryStore().Services.AddSingleton<ICrm>(new InMemoryCrm());
            builder.Services.AddSingleton<IAlerts>(alerts);
        });
        await host.PostAsync("calendly", """{"event":"invitee.created","payload":{}}""");

        var alert = await Until.FoundAsync(() => alerts.Raised.FirstOrDefault());
        Assert.Equal("unreadable:calendly", alert.Fingerprint);
    }

    [Fact]
    public async Task Options_set_in_code_are_in_force()
    {
        await using var host = await Host.StartAsync(builder =>
        {
            builder.AddMemoryStore().Services.AddSingleton<ICrm>(new InMemoryCrm());
            builder.Services.Configure<Engine.ProcessingOptions>(options => options.Workers = 3);
        });

        Assert.Equal(3, host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Engine.ProcessingOptions>>().Value.Workers);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_at_the_start()
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => Host.StartAsync(
            builder => builder.AddMemoryStore(),
            options =>
            {
                options.Fields.Add(new LeadField("city") { Ask = "The city." });
                options.Fields.Add(new LeadField("tier") { Kind = FieldKind.Choice });
            },
            ("QUALIFICATION", "medic"), ("WORKERS", "0")));

        Assert.Contains(refused.Errors, error => error.Contains("city", StringComparison.Ordinal));
        Assert.Contains(refused.Errors, error => error.Contains("tier", StringComparison.Ordinal));
        Assert.Contains(refused.Errors, error => error.Contains("QUALIFICATION", StringComparison.Ordinal));
        Assert.Contains(refused.Errors, error => error.Contains("WORKERS", StringComparison.Ordinal));
        Assert.Contains(refused.Errors, error => error.Contains("CRM", StringComparison.Ordinal));
        Assert.DoesNotContain(refused.Errors, error => error.Contains("ZOHO_", StringComparison.Ordinal) || error.Contains("GEMINI_", StringComparison.Ordinal));
    }

    [Fact]
    public void Telemetry_has_public_names() =>
        Assert.Equal(("SalesIntel", "SalesIntel"), (SalesIntelTelemetry.MeterName, SalesIntelTelemetry.ActivitySourceName));

    private static Task<Host> StartAsync(
        ICrm crm, IChatClient model, Action<SalesIntelOptions>? configure = null, params (string, string)[] settings) => Host.StartAsync(
        builder => builder.AddMemoryStore().Services.AddSingleton(crm).AddSingleton(model), configure, settings.Length > 0 ? settings : Nothing);

    private static Task<CrmNote> NoteAsync(InMemoryCrm crm, string part) => Until.FoundAsync(() => crm.Leads
        .SelectMany(lead => crm.NotesOf(lead.Id)).FirstOrDefault(note => note.Content.Contains(part, StringComparison.Ordinal)));
}
