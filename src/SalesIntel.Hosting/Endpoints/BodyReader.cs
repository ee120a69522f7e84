using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Reads a body whole, up to a limit. How slowly it may come is the server's business (Kestrel's minimum data rate).</summary>
internal static class BodyReader
{
    /// <summary>The body; null when it is longer than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContext context, int limit)
    {
        // The limit is ours alone: with the server's own, lower or higher, the answer would depend on who notices first.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        if (context.Request.ContentLength > limit)
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>();
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            var fits = body.WrittenCount + read.Buffer.Length <= limit;
            if (fits)
            {
                foreach (var segment in read.Buffer)
                {
                    body.Write(segment.Span);
                }
            }

            reader.AdvanceTo(read.Buffer.End);
            if (!fits)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                return body.WrittenSpan.ToArray();
            }
        }
    }
}
