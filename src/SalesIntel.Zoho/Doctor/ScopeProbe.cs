using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Doctor;

/// <summary>A call that is refused when the refresh token lacks a scope. It only reads, so that a scope which grants
/// reading alone is not told from one that grants all.</summary>
/// <param name="Scope">What to make the refresh token with.</param>
/// <param name="Needed">True when there is no work without it.</param>
/// <param name="Without">What is not possible without it.</param>
/// <param name="CallAsync">The call.</param>
internal sealed record ScopeProbe(string Scope, bool Needed, string Without, Func<CancellationToken, Task> CallAsync)
{
    private const string Mismatch = "OAUTH_SCOPE_MISMATCH";

    // Of nobody, and no record's id.
    private const string NoAddress = "doctor@salesintel.invalid";
    private const string NoId = "1";

    /// <summary>All that leads need, besides the metadata.</summary>
    public static IEnumerable<ScopeProbe> Of(ZohoCrmClient client, ZohoOptions options)
    {
        var module = options.LeadsModule;
        var parent = new ZohoParent(module, NoId);
        var row = CrmJson.Default.JsonObject;
        yield return new($"ZohoCRM.modules.{module.ToLowerInvariant()}.ALL", true, "Leads are neither read nor written.",
            token => client.ListAsync(module, ["id"], row, token).AnyAsync(token).AsTask());
        yield return new("ZohoSearch.securesearch.READ", true, "Leads are not found by their address.",
            token => client.SearchAsync(module, ZohoSearch.ByEmail(NoAddress), ["id"], row, token).AnyAsync(token).AsTask());
        yield return new("ZohoCRM.modules.notes.ALL", true, "No notes are written.",
            token => client.RelatedAsync(parent, "Notes", ["id"], "ZohoCRM.modules.notes.ALL", 1, default, token).AnyAsync(token).AsTask());
        yield return new("ZohoCRM.modules.tasks.ALL", true, "No tasks are written.",
            token => client.RelatedAsync(parent, "Tasks", ["id"], "ZohoCRM.modules.tasks.ALL", 1, default, token).AnyAsync(token).AsTask());
        yield return new("ZohoCRM.coql.READ", false,
            "A lead that was entered by hand seconds ago is not seen, and what was entered there may be replaced.",
            token => client.QueryAsync($"select id from {module:field} where id = {NoId} limit 1", row, token).AnyAsync(token).AsTask());
        yield return new("ZohoCRM.modules.contacts.ALL", options.Contacts == ZohoContactLookup.Always,
            "Whoever has become a contact gets no notes any more: such events fail.",
            token => client.ListAsync(CrmRecord.Contacts, ["id"], row, token).AnyAsync(token).AsTask());
    }

    /// <summary>Makes the call.</summary>
    /// <exception cref="ZohoCrmException">Nothing can be said of any scope: Zoho is away, or refuses everybody.</exception>
    public async Task<DoctorFinding> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZohoCrmException refused) when (refused.Code == Mismatch)
        {
            return Missing(Scope, Needed, Without);
        }
        catch (ZohoCrmException refused) when (refused.Code is "AUTHORIZATION_FAILED" or "NO_PERMISSION" || (refused.Code == "INVALID_MODULE" && !Needed))
        {
            return RefusedLook.Of(Needed ? DoctorLevel.Error : DoctorLevel.Warning, "scope", Scope, "", refused);
        }
        catch (ZohoCrmException refused) when (refused is { IsOutage: false, IsTransient: false })
        {
            // A record that does not exist was refused, and not the token.
            return Held();
        }
        catch (ZohoCrmException refused) when (!refused.IsOutage)
        {
            return RefusedLook.Of(DoctorLevel.Warning, "scope", Scope, "Whether the refresh token has the scope is unknown.", refused);
        }

        return Held();

        DoctorFinding Held() => new(DoctorLevel.Ok, "scope", Scope, "The refresh token has it.");
    }

    public static bool IsMissing(ZohoCrmException refused) => refused.Code == Mismatch;

    /// <summary>The finding about a scope that is missing.</summary>
    public static DoctorFinding Missing(string scope, bool needed, string without) => new(
        needed ? DoctorLevel.Error : DoctorLevel.Warning, "scope", scope, $"The refresh token lacks the scope. {without}",
        $"Make a new ZOHO_REFRESH_TOKEN with {scope} besides {ZohoErrors.AllScopes}.");
}
