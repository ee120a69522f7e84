namespace SalesIntel.Zoho.Client;

/// <summary>Reads the body of an answer.</summary>
internal static class AnswerBytes
{
    /// <summary>All of it.</summary>
    /// <param name="client">The client that asked; it knows how much an answer may be.</param>
    /// <param name="response">The answer, its body not read yet.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>Null when it is packed otherwise than it says.</returns>
    /// <exception cref="HttpRequestException">The connection broke, or the answer is too large.</exception>
    public static async Task<byte[]?> ReadAsync(HttpClient client, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(client.MaxResponseContentBufferSize, cancellationToken).ConfigureAwait(false);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or InvalidOperationException)
        {
            // The first is that of gzip and deflate, the second that of Brotli.
            return null;
        }
    }
}
