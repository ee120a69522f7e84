using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using SalesIntel.Engine;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Reads a body whole, up to a limit and until a deadline, and hands on each part as it comes. How slowly it may come meanwhile is the
/// server's business (Kestrel's minimum data rate, an average).</summary>
internal sealed class BodyReader(WebhookOptions options, TimeProvider time)
{
    /// <summary>Reads the body into a reception.</summary>
    /// <exception cref="BadHttpRequestException">The body is broken, for example in its chunks, or comes too slowly.</exception>
    public ValueTask<BodyReading> ReadAsync(HttpContext context, Reception reception)
    {
        // The limit is ours alone: with the server's own, lower or higher, the answer would depend on who notices first.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        var announced = context.Request.ContentLength;
        if (announced > options.MaxBodyBytes)
        {
            return new ValueTask<BodyReading>(BodyReading.TooLong);
        }

        // Most bodies have come with their headers; only the others need a deadline.
        return TryRead(context.Request.BodyReader, out var read) && Take(context.Request.BodyReader, read, reception, announced) is { } ended
            ? new ValueTask<BodyReading>(ended)
            : ReadRestAsync(context, reception, announced);
    }

    private async ValueTask<BodyReading> ReadRestAsync(HttpContext context, Reception reception, long? announced)
    {
        var reader = context.Request.BodyReader;
        using var deadline = new CancellationTokenSource(options.BodyTimeout, time);
        using var aborted = context.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);
        while (true)
        {
            ReadResult read;
            try
            {
                read = await reader.ReadAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
            {
                return BodyReading.TooSlow;
            }
            catch (IOException exception) when (exception is not BadHttpRequestException)
            {
                throw Unreadable(exception);
            }

            if (Take(reader, read, reception, announced) is { } ended)
            {
                return ended;
            }
        }
    }

    // Null when more is to come.
    private BodyReading? Take(PipeReader reader, in ReadResult read, Reception reception, long? announced)
    {
        var isTooLong = reception.Length + read.Buffer.Length > options.MaxBodyBytes;
        var hasRoom = true;
        if (!isTooLong)
        {
            foreach (var part in read.Buffer)
            {
                hasRoom = hasRoom && reception.TryReceive(part.Span, announced);
            }
        }

        reader.AdvanceTo(read.Buffer.End);
        return isTooLong ? BodyReading.TooLong
            : !hasRoom ? BodyReading.NoRoom
            : read.IsCompleted ? BodyReading.Whole
            : null;
    }

    private static bool TryRead(PipeReader reader, out ReadResult read)
    {
        try
        {
            return reader.TryRead(out read);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw Unreadable(exception);
        }
    }

    // Kestrel reports some of a sender's faults, for example the size of a chunk that is out of range, like faults of the connection.
    private static BadHttpRequestException Unreadable(IOException exception) => new("The body could not be read.", exception);
}
