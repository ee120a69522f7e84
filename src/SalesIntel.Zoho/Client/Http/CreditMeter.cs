using System.Globalization;
using System.Net.Http.Headers;

namespace SalesIntel.Zoho.Client;

/// <summary>What Zoho last said about the day's credits. It says nothing while more than half of them are left.</summary>
internal sealed class CreditMeter(TimeProvider time)
{
    private const string Header = "X-API-CREDITS-REMAINING";

    private ZohoCredits? _last;

    public ZohoCredits? Last => Volatile.Read(ref _last);

    /// <summary>Reads the headers of an answer.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="succeeded">True for an answer to a call that was carried out: without the header it means that there are plenty. A refusal
    /// without it, maybe a gateway's, means nothing.</param>
    public void Note(HttpResponseHeaders headers, bool succeeded)
    {
        if (headers.TryGetValues(Header, out var values)
            && long.TryParse(values.FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var remaining))
        {
            Volatile.Write(ref _last, new ZohoCredits(remaining, time.GetUtcNow()));
        }
        else if (succeeded)
        {
            Volatile.Write(ref _last, null);
        }
    }
}
