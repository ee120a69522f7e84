using SalesIntel.Doctor;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Doctor;

/// <summary>A look whether Zoho has what a setting names.</summary>
/// <param name="Check">What is looked at.</param>
/// <param name="Setting">The setting.</param>
/// <param name="Thing">What it names, with its article.</param>
/// <param name="Scope">What the token needs for it.</param>
internal sealed record NamedLook(string Check, string Setting, string Thing, string Scope)
{
    private string Unknown => $"Whether {Setting} names {Thing} is unknown.";

    /// <summary>The finding.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="path">Where.</param>
    /// <param name="list">Under which name the answer has a list.</param>
    /// <param name="judge">Says what the list means; an answer that is empty has an empty one.</param>
    /// <param name="judgeRefusal">Says what a refusal means; null = that it is not known now.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ZohoCrmException">Zoho is away, or refuses everybody.</exception>
    public async Task<DoctorFinding> OfAsync(
        ZohoCrmClient client,
        string path,
        string list,
        Func<IReadOnlyList<JsonObject>, DoctorFinding> judge,
        Func<ZohoCrmException, DoctorFinding?> judgeRefusal,
        CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.SendAsync(HttpMethod.Get, path, cancellationToken: cancellationToken).ConfigureAwait(false);
            return answer is null ? judge([])
                : answer[list] is JsonArray named ? judge([.. named.OfType<JsonObject>()])
                : new(DoctorLevel.Warning, Check, Setting, $"{Unknown} Zoho's answer does not say it.", RefusedLook.Again);
        }
        catch (ZohoCrmException refused) when (ScopeProbe.IsMissing(refused))
        {
            return ScopeProbe.Missing(Scope, needed: false, Unknown);
        }
        catch (ZohoCrmException refused) when (!refused.IsOutage)
        {
            return judgeRefusal(refused) ?? RefusedLook.Of(DoctorLevel.Warning, Check, Setting, Unknown, refused);
        }
    }

    /// <summary>Zoho has it.</summary>
    public DoctorFinding Ok(string message) => new(DoctorLevel.Ok, Check, Setting, message);

    /// <summary>It does not, or not as it has to be.</summary>
    public DoctorFinding Wrong(string message, string advice) => new(DoctorLevel.Error, Check, Setting, message, advice);
}
