using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Asks for the user who is to own new leads and tasks, https://www.zoho.com/crm/developer/docs/api/v8/get-users.html.</summary>
internal static class OwnerReview
{
    private static readonly NamedLook Look = new("owner", "ZOHO_OWNER_ID", "a user", "ZohoCRM.users.READ");

    /// <summary>The finding.</summary>
    /// <exception cref="ZohoCrmException">Zoho is away, or refuses everybody.</exception>
    public static Task<DoctorFinding> OfAsync(ZohoCrmClient client, string owner, CancellationToken cancellationToken) => Look.OfAsync(
        client,
        $"users/{owner}",
        "users",
        users => users.Count == 0 ? Nobody()
            : users[0]["status"] is JsonValue status && status.ToString() != "active"
                ? Wrong("The user who is to own new leads is not active any more.")
                : Look.Ok("Zoho has this user."),
        refused => refused.IsTransient ? null : Nobody(),
        cancellationToken);

    private static DoctorFinding Nobody() =>
        Wrong("Zoho has no user with this id: new leads get no owner, and tasks stay with the user of the refresh token.");

    private static DoctorFinding Wrong(string message) => Look.Wrong(
        message, $"Set {Look.Setting} to the id of an active user, or leave it out: the user of the refresh token then owns new leads.");
}
