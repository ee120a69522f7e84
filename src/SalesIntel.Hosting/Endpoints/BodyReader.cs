using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Reads a body whole, up to a limit. How slowly it may come is the server's business (Kestrel's minimum data rate).</summary>
internal static class BodyReader
{
    /// <summary>The body; null when it is longer than the limit.</summary>
    /// <exception cref="BadHttpRequestException">The body is broken, for example in its chunks, or comes too slowly.</exception>
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
            var read = await ReadAsync(reader, context.RequestAborted).ConfigureAwait(false);
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

    // Kestrel reports some of a sender's faults, for example the size of a chunk that is out of range, like faults of the connection.
    private static async ValueTask<ReadResult> ReadAsync(PipeReader reader, CancellationToken aborted)
    {
        try
        {
            return await reader.ReadAsync(aborted).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The body could not be read.", exception);
        }
    }
}
