using CsCheck;

namespace SalesIntel.Webhooks;

public sealed class BodyBufferTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public void Holds_what_has_come_whatever_the_parts_and_gives_all_back() =>
        Gen.Select(Gen.Int[0, 700_000], Gen.Int[1, 90_000], Gen.Bool).Sample((length, part, announces) =>
        {
            var memory = new BodyMemory(16 * Megabyte);
            var sent = new byte[length];
            new Random(length).NextBytes(sent);
            using var buffer = new BodyBuffer(memory, Megabyte);
            for (var at = 0; at < length; at += part)
            {
                Assert.True(buffer.TryAppend(sent.AsSpan(at, Math.Min(part, length - at)), announces ? length : null));
                Assert.True(memory.InUse >= buffer.Length);
            }

            Assert.True(buffer.Written.Span.SequenceEqual(sent));
            buffer.Dispose();
            return memory.InUse == 0;
        }, iter: 200);

    [Fact]
    public void An_announced_length_takes_no_memory_until_the_body_has_proven_large()
    {
        var memory = new BodyMemory(64 * Megabyte);
        using var buffer = new BodyBuffer(memory, 10 * Megabyte);
        Assert.True(buffer.TryAppend(new byte[1_000], 10 * Megabyte));
        Assert.Equal(1_024, memory.InUse);
        Assert.True(buffer.TryAppend(new byte[BodyMemory.LargestSmall], 10 * Megabyte));
        Assert.Equal(10 * Megabyte, memory.InUse);
    }

    [Fact]
    public void Large_bodies_leave_a_quarter_to_small_ones_and_small_ones_the_rest_to_large_ones()
    {
        var memory = new BodyMemory(8 * Megabyte);
        var large = FillWith(memory, Megabyte);
        Assert.Equal(6, large.Count);
        var small = FillWith(memory, 64 * 1024);
        Assert.Equal(2 * Megabyte / (64 * 1024), small.Count);
        Give(memory, large);
        Assert.Equal(6, FillWith(memory, Megabyte).Count);
        Assert.Null(memory.TryTake(1));
    }

    [Fact]
    public void What_may_still_be_read_is_given_to_nobody_else()
    {
        var memory = new BodyMemory(16 * Megabyte);
        var given = new HashSet<byte[]>(ReferenceEqualityComparer.Instance);
        foreach (var length in (int[])[4_096, BodyMemory.LargestSmall, 2 * Megabyte])
        {
            for (var i = 0; i < 20; i++)
            {
                var array = memory.TryTake(length)!;
                Assert.True(given.Add(array));
                memory.Give(array, mayBeRead: true);
            }
        }

        Assert.Equal(0, memory.InUse);
    }

    [Fact]
    public void A_large_array_is_used_again()
    {
        var memory = new BodyMemory(64 * Megabyte);
        var array = memory.TryTake(3 * Megabyte)!;
        memory.Give(array, mayBeRead: false);
        Assert.Same(array, memory.TryTake(3 * Megabyte - 1));
        Assert.NotSame(array, memory.TryTake(3 * Megabyte));
    }

    private static List<byte[]> FillWith(BodyMemory memory, int length)
    {
        var taken = new List<byte[]>();
        while (memory.TryTake(length) is { } array)
        {
            taken.Add(array);
        }

        return taken;
    }

    private static void Give(BodyMemory memory, List<byte[]> arrays) => arrays.ForEach(array => memory.Give(array, mayBeRead: false));
}
