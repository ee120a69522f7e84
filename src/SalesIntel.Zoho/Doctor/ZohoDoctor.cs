using SalesIntel.Doctor;
using SalesIntel.Leads;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Looks whether Zoho takes what is to be written to it: credentials, data centre, scopes, edition, fields, statuses, layouts.
/// Reads only; costs about ten API credits. Without the fields of a lead, which <c>AddZoho()</c> brings, it looks at the access alone.</summary>
public sealed class ZohoDoctor
{
    /// <summary>The <see cref="DoctorCheck.Area"/> under which <c>AddZoho()</c> registers it.</summary>
    public const string Area = "zoho";

    private const string PlanPlace = "Zoho (Setup, Modules and Fields)";

    private readonly ZohoCrmClient _client;
    private readonly IOptionsMonitor<ZohoOptions> _options;
    private readonly IOptions<ZohoFieldOptions> _fieldOptions;
    private readonly FieldCatalog? _catalog;
    private readonly TimeProvider _time;

    internal ZohoDoctor(
        ZohoCrmClient client,
        IOptionsMonitor<ZohoOptions> options,
        IOptions<ZohoFieldOptions> fieldOptions,
        FieldCatalog? catalog,
        TimeProvider time)
    {
        _client = client;
        _options = options;
        _fieldOptions = fieldOptions;
        _catalog = catalog;
        _time = time;
    }

    /// <summary>Looks, and says also what is to be made in Zoho.</summary>
    public async Task<DoctorExamination> ExamineAsync(CancellationToken cancellationToken = default)
    {
        var options = _options.CurrentValue;
        var findings = new List<DoctorFinding>();
        var plan = new List<PlannedField>();
        if (options.IsLeftOut)
        {
            findings.Add(new(DoctorLevel.Warning, "token", "", "A dry run without credentials: nothing of Zoho was looked at.",
                "Set ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET and ZOHO_REFRESH_TOKEN."));
            return new DoctorExamination(findings) { Plan = plan, PlanPlace = PlanPlace };
        }

        try
        {
            foreach (var probe in ScopeProbe.Of(_client, options))
            {
                findings.Add(await probe.RunAsync(cancellationToken).ConfigureAwait(false));
            }

            findings.Insert(0, new(DoctorLevel.Ok, "token", "", $"Zoho takes the credentials at the data centre '{options.DataCenter}'."));
            findings.Add(await EditionAsync(options, cancellationToken).ConfigureAwait(false));
            if (!string.IsNullOrEmpty(options.OwnerId))
            {
                findings.Add(await OwnerReview.OfAsync(_client, options.OwnerId, cancellationToken).ConfigureAwait(false));
            }

            if (!string.IsNullOrEmpty(options.AssignmentRuleId))
            {
                findings.Add(await AssignmentRuleReview.OfAsync(_client, options.LeadsModule, options.AssignmentRuleId, cancellationToken)
                    .ConfigureAwait(false));
            }

            if (_catalog is not null)
            {
                await FieldsAsync(options, _catalog, findings, plan, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ZohoCrmException failure)
        {
            findings.Add(NoAccess(failure, options));
        }

        return new DoctorExamination(findings) { Plan = plan, PlanPlace = PlanPlace };
    }

    private async Task FieldsAsync(
        ZohoOptions options,
        FieldCatalog catalog,
        List<DoctorFinding> findings,
        List<PlannedField> plan,
        CancellationToken cancellationToken)
    {
        const string scope = "ZohoCRM.settings.fields.READ";
        ModuleFields fields;
        try
        {
            fields = new ModuleFields(await _client.GetFieldsAsync(options.LeadsModule, cancellationToken).ConfigureAwait(false));
        }
        catch (ZohoCrmException refused) when (ScopeProbe.IsMissing(refused))
        {
            findings.Add(ScopeProbe.Missing(scope, needed: true, "Values are sent as they are, and no field could be checked."));
            return;
        }
        catch (ZohoCrmException refused) when (IsAboutThis(refused))
        {
            findings.Add(RefusedLook.Of(DoctorLevel.Error, "fields", "", "", refused));
            return;
        }

        findings.Add(new(DoctorLevel.Ok, "scope", scope, "The refresh token has it."));
        var review = new FieldReview(options, _fieldOptions.Value, fields);
        foreach (var field in ZohoFieldNames.InOrder(catalog.All, field => field))
        {
            findings.AddRange(review.Of(field));
            if (review.PlanFor(field) is { } planned)
            {
                plan.Add(planned);
            }
        }

        findings.AddRange(await LayoutsAsync(options, catalog, fields, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IEnumerable<DoctorFinding>> LayoutsAsync(
        ZohoOptions options, FieldCatalog catalog, ModuleFields fields, CancellationToken cancellationToken)
    {
        const string unknown = "Which fields a layout makes mandatory is unknown.";
        try
        {
            var layouts = await _client.GetLayoutsAsync(options.LeadsModule, cancellationToken).ConfigureAwait(false);
            return new LayoutReview(_fieldOptions.Value, catalog, fields).Of(layouts);
        }
        catch (ZohoCrmException refused) when (ScopeProbe.IsMissing(refused))
        {
            return [ScopeProbe.Missing("ZohoCRM.settings.layouts.READ", needed: false, unknown)];
        }
        catch (ZohoCrmException refused) when (IsAboutThis(refused))
        {
            return [RefusedLook.Of(DoctorLevel.Warning, "mandatory_field", "", unknown, refused)];
        }
    }

    private async Task<DoctorFinding> EditionAsync(ZohoOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var organization = await _client.GetOrganizationAsync(cancellationToken).ConfigureAwait(false);
            var edition = organization.License?.EditionAt(_time.GetUtcNow());
            return EditionReview.Of(edition, options.MaxConcurrency, "Zoho names no edition that is known here.");
        }
        catch (ZohoCrmException refused) when (ScopeProbe.IsMissing(refused))
        {
            return EditionReview.Of(null, options.MaxConcurrency, "Zoho says it only to a refresh token with ZohoCRM.org.READ.");
        }
        catch (ZohoCrmException refused) when (IsAboutThis(refused))
        {
            return EditionReview.Of(null, options.MaxConcurrency, refused.What);
        }
    }

    // Not about everybody: the other calls can still be made.
    private static bool IsAboutThis(ZohoCrmException refused) => !refused.IsOutage;

    private static DoctorFinding NoAccess(ZohoCrmException failure, ZohoOptions options)
    {
        var check = failure.Code switch
        {
            "INVALID_MODULE" => "module",
            "invalid_code" or "unauthorized_client" or TokenErrors.WrongDataCenter => "token",
            var code when code.StartsWith("invalid_client", StringComparison.Ordinal) => "token",
            _ => "access",
        };
        return new(DoctorLevel.Error, check, failure.Code, failure.What, failure.Code == "invalid_code"
            ? $"{failure.Advice} If '{options.DataCenter}' is the data centre of the account, make a new ZOHO_REFRESH_TOKEN there with the "
                + $"scopes {ZohoErrors.AllScopes}."
            : RefusedLook.AdviceOf(failure));
    }
}
