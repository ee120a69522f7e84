using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Asks for the user who is to own new leads and tasks, https://www.zoho.com/crm/developer/docs/api/v8/get-users.html.</summary>
internal static class OwnerReview
{
    private const string Check = "owner";
    private const string Scope = "ZohoCRM.users.READ";
    private const string Setting = "ZOHO_OWNER_ID";
    private const string Advice = $"Set {Setting} to the id of an active user, or leave it out: the user of the refresh token then owns new leads.";

    /// <summary>The finding.</summary>
    /// <exception cref="ZohoCrmException">Zoho is away, or refuses everybody.</exception>
    public static async Task<DoctorFinding> OfAsync(ZohoCrmClient client, string owner, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(HttpMethod.Get, $"users/{owner}", cancellationToken: cancellationToken).ConfigureAwait(false);
            var user = answer?["users"] is JsonArray { Count: > 0 } users ? users[0] as JsonObject : null;
            return user is null ? Nobody()
                : user["status"] is JsonValue status && status.ToString() != "active"
                    ? new(DoctorLevel.Error, Check, Setting, "The user who is to own new leads is not active any more.", Advice)
                    : new(DoctorLevel.Ok, Check, Setting, "Zoho has this user.");
        }
        catch (ZohoCrmException refused) when (ScopeProbe.IsMissing(refused))
        {
            return ScopeProbe.Missing(Scope, needed: false, $"Whether {Setting} names a user is unknown.");
        }
        catch (ZohoCrmException refused) when (refused is { IsOutage: false, IsTransient: false })
        {
            return Nobody();
        }
        catch (ZohoCrmException refused) when (!refused.IsOutage)
        {
            return RefusedLook.Of(DoctorLevel.Warning, Check, Setting, $"Whether {Setting} names a user is unknown.", refused);
        }
    }

    private static DoctorFinding Nobody() =>
        new(DoctorLevel.Error, Check, Setting, "Zoho has no user with this id: new leads get no owner, and tasks stay with the user of the refresh token.", Advice);
}
