namespace SalesIntel.Zoho.Tests.Support;

internal sealed record SentRequest(string Method, Uri Uri, string? Body, string? Authorization, string? ContentType)
{
    public string Path => Uri.AbsolutePath;

    public string Route => $"{Method} {Path}";
}
