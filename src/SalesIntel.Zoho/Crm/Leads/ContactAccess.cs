using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>What a refresh token that may not use contacts means. Most leads have nothing to do with contacts and go on, unless everybody is looked
/// for among them.</summary>
internal static class ContactAccess
{
    /// <summary>Makes a call about a contact.</summary>
    public static async Task<T> AskAsync<T>(ZohoOptions options, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (ZohoCrmException refused) when (refused.Code == "OAUTH_SCOPE_MISMATCH" && options.Contacts != ZohoContactLookup.Always)
        {
            throw refused.AboutOne();
        }
    }
}
