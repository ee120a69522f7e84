using SalesIntel.Doctor;

namespace SalesIntel.Gemini;

/// <summary>Asks Gemini about the model, which costs no tokens: https://ai.google.dev/api/models#method:-models.get.</summary>
internal sealed class GeminiDoctor(IHttpClientFactory clients, IOptionsMonitor<GeminiOptions> options, TimeProvider time)
{
    private const string Check = "model";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<DoctorFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var current = options.CurrentValue;
        if (current.ApiKey.Length == 0)
        {
            return [new(DoctorLevel.Warning, Check, current.Model, "There is no key: rules extract in place of a model.", "Set GEMINI_API_KEY.")];
        }

        using var limit = new CancellationTokenSource(current.Timeout < Longest ? current.Timeout : Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return [await AskAsync(current, either.Token).ConfigureAwait(false)];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Unreachable(current, "Gemini did not answer in time.")];
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return [Unreachable(current, "Gemini could not be reached.")];
        }
    }

    private async Task<DoctorFinding> AskAsync(GeminiOptions current, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, GeminiEndpoint.Model(current.BaseUrl, current.Model));
        request.Headers.TryAddWithoutValidation(GeminiTransport.KeyHeader, current.ApiKey);
        using var http = clients.CreateClient(GeminiChatClient.HttpClientName);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return new(DoctorLevel.Ok, Check, current.Model, "Gemini takes the key and knows the model.");
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var failure = GeminiErrors.From((int)response.StatusCode, GeminiErrors.Parse(body), time.GetUtcNow());
        return failure.IsTransient
            ? new(DoctorLevel.Warning, Check, current.Model, failure.Message, "Run the doctor again later.")
            : new(DoctorLevel.Error, Check, current.Model, failure.Message, "Check GEMINI_API_KEY, GEMINI_MODEL and GEMINI_BASE_URL.");
    }

    private static DoctorFinding Unreachable(GeminiOptions current, string what) =>
        new(DoctorLevel.Error, Check, current.Model, what, "Check the network and GEMINI_BASE_URL.");
}
