using System.Net;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Floods;

/// <summary>What took hundreds of megabytes or gigabytes before: bodies that never end, that are not genuine, or that are many and large.
/// Small bookings go on meanwhile.</summary>
[Collection("floods")]
public sealed class FloodTests
{
    // 64 MiB are for bodies. Reading a large one takes several times its length; before, these took 700, 3,300 and 4,000.
    private const int MostGrowth = 300;
    private const int MostGrowthOfReading = 450;

    private const int Large = 9_600_000;

    [Fact]
    public async Task Unsigned_bodies_whose_last_megabyte_never_comes()
    {
        await using var server = await FloodedServer.StartAsync();
        List<RawRequest> held = [];
        await server.BookWhileAsync(HoldAsync());
        Assert.InRange(server.Growth, 0, MostGrowth);
        foreach (var request in held)
        {
            await request.DisposeAsync();
        }

        async Task HoldAsync()
        {
            var part = new byte[100_000];
            for (var i = 0; i < 60; i++)
            {
                var request = await RawRequest.StartAsync(server.Address, "/webhooks/readai", Large);
                held.Add(request);

                // The refusal comes while it still sends; then the connection is closed.
                for (var sent = 0; sent < Large - 1_000_000 && await request.TrySendAsync(part); sent += part.Length)
                {
                }
            }
        }
    }

    [Fact]
    public async Task Large_bodies_with_a_wrong_signature()
    {
        await using var server = await FloodedServer.StartAsync();
        var body = new byte[10_000_000];
        var refused = 0;
        await server.BookWhileAsync(Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 200 }, async (_, _) =>
        {
            HttpStatusCode status;
            do
            {
                status = await server.SendMeetingAsync(body, new string('0', 64));
            }
            while (status == HttpStatusCode.ServiceUnavailable);

            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Interlocked.Increment(ref refused);
        }));
        Assert.Equal(200, refused);
        Assert.InRange(server.Growth, 0, MostGrowth);
    }

    [Fact]
    public async Task Large_signed_bodies_are_all_accepted_in_the_end_when_their_senders_repeat()
    {
        var folder = Directory.CreateTempSubdirectory("flood");
        try
        {
            await using var server = await FloodedServer.StartAsync(Path.Combine(folder.FullName, "salesintel.db"));
            var repeated = 0;
            await server.BookWhileAsync(Parallel.ForAsync(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 60 }, async (number, _) =>
            {
                var body = FloodedServer.Meeting(number, Large);
                HttpStatusCode status;
                while ((status = await server.SendMeetingAsync(body)) == HttpStatusCode.ServiceUnavailable)
                {
                    Interlocked.Increment(ref repeated);
                }

                Assert.Equal(HttpStatusCode.OK, status);
            }));
            Assert.True(repeated > 0);
            Assert.InRange(server.Growth, 0, MostGrowthOfReading);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
