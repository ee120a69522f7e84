using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Tests.Support;

/// <summary>One process with Zoho registered as an application would, over a stub. At its end it checks that nothing sensitive was
/// logged.</summary>
internal sealed class ZohoHarness : IDisposable
{
    public const string TokenRoute = "POST /oauth/v2/token";
    public const string FieldsRoute = "GET /crm/v8/settings/fields";
    public const string Upsert = "POST /crm/v8/Leads/upsert";
    public const string Email = "dana.quill@northwind-labs.example";

    private static readonly string[] Sensitive = ["s3cret-value", "1000.refresh", "token-", "@", "Quill"];

    private readonly ServiceProvider _services;

    public ZohoHarness(
        Action<ZohoOptions>? configure = null, bool token = true, bool fields = false, bool queries = false, StubZoho? stub = null,
        FakeTimeProvider? time = null, ISharedState? shared = null, TimeProvider? clock = null, params (string Field, string Name)[] names)
    {
        Stub = stub ?? new StubZoho();
        Time = time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? Time);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        if (shared is not null)
        {
            services.AddSingleton(shared);
        }

        if (shared is ISlotLeases leases)
        {
            services.AddSingleton(leases);
        }

        services.AddZohoCrm(o =>
        {
            o.ClientId = "1000.CLIENT";
            o.ClientSecret = "s3cret-value";
            o.RefreshToken = "1000.refresh";
            configure?.Invoke(o);
        }).AddZohoLeads();
        services.Configure<ZohoFieldOptions>(fieldOptions =>
        {
            foreach (var (field, name) in names)
            {
                fieldOptions.Names[field] = name;
            }
        });
        services.AddHttpClient(ZohoOptions.AccountsClientName).ConfigurePrimaryHttpMessageHandler(() => Stub);
        services.AddHttpClient(ZohoOptions.ApiClientName).ConfigurePrimaryHttpMessageHandler(() => Stub);
        _services = services.BuildServiceProvider();
        if (!queries)
        {
            Get<QueryAccess>().Refuse();
        }

        if (token)
        {
            Stub.On(TokenRoute, 200, Answers.Token("token-1"));
        }

        if (fields)
        {
            Stub.On(FieldsRoute, 200, Answers.Fields);
        }
        else
        {
            Stub.On(FieldsRoute, 401, Answers.Error("OAUTH_SCOPE_MISMATCH"));
        }
    }

    public StubZoho Stub { get; }

    public FakeTimeProvider Time { get; }

    public CapturedLogs Logs { get; } = new();

    public ICrm Crm => _services.GetRequiredService<ICrm>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Writes values by Zoho's names.</summary>
    public Task<CrmLeadReceipt> WriteAsync(string? id, string fieldsJson) =>
        Get<LeadWriter>().WriteAsync(id, Email, (JsonObject)JsonNode.Parse(fieldsJson)!, default, default);

    /// <summary>Runs a call that must fail, and checks that the failure may be shown to anybody.</summary>
    public static async Task<ProviderException> FailsAsync(Func<Task> call)
    {
        ProviderException failure = await Assert.ThrowsAsync<ZohoCrmException>(call);
        Assert.Equal("zoho", failure.Provider);
        Assert.NotEmpty(failure.Message);
        AssertHarmless(failure.Message);
        return failure;
    }

    public static void AssertHarmless(string text) =>
        Assert.All(Sensitive, s => Assert.DoesNotContain(s, text, StringComparison.OrdinalIgnoreCase));

    public void Dispose()
    {
        _services.Dispose();
        Assert.All(Logs.Lines, AssertHarmless);
    }
}
