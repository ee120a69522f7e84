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

    [Fact]
    public void Without_memory_nothing_more_is_taken_and_what_is_there_stays()
    {
        var memory = new BodyMemory(8 * 1_024);
        using var buffer = new BodyBuffer(memory, Megabyte);
        Assert.True(buffer.TryAppend(new byte[1_024], null));
        Assert.NotNull(memory.TryTake(1_000));

        Assert.False(buffer.TryAppend([1], null));
        Assert.True(buffer.GetRoom().IsEmpty);
        Assert.Equal((1_024, 1_024), (buffer.Length, buffer.Written.Length));
        Assert.False(new BodyBuffer(memory, Megabyte).TryAppend([1], null));
        Assert.True(new BodyBuffer(memory, Megabyte).GetRoom().IsEmpty);
    }

    [Fact]
    public void Room_is_behind_what_is_there_and_counts_once_it_is_written()
    {
        var memory = new BodyMemory(Megabyte);
        using var buffer = new BodyBuffer(memory, Megabyte);
        byte[] sent = [.. Enumerable.Range(0, 3_000).Select(number => (byte)number)];
        for (var at = 0; at < sent.Length;)
        {
            var room = buffer.GetRoom();
            Assert.NotEqual(0, room.Length);
            var part = sent.AsSpan(at, Math.Min(room.Length, sent.Length - at));
            part.CopyTo(room);
            buffer.Advance(part.Length);
            at += part.Length;
        }

        Assert.True(buffer.Written.Span.SequenceEqual(sent));
        Assert.Equal(4_096, memory.InUse);
    }

    [Fact]
    public void Nothing_has_arrived_before_anything_has() => Assert.True(new BodyBuffer(new BodyMemory(Megabyte), Megabyte).Written.IsEmpty);

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Large_array_of_a_body_that_was_abandoned_is_used_by_no_other(bool isAbandoned, int again)
    {
        var memory = new BodyMemory(16 * Megabyte);
        var buffer = new BodyBuffer(memory, Megabyte);
        Assert.True(buffer.TryAppend(new byte[Megabyte], Megabyte));
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(buffer.Written, out var segment);

        if (isAbandoned)
        {
            buffer.Abandon();
        }
        else
        {
            buffer.Dispose();
        }

        Assert.Equal((0L, 0), (memory.InUse, buffer.Length));
        Assert.Equal(again == 1, ReferenceEquals(segment.Array, memory.TryTake(Megabyte)));
        GC.KeepAlive(segment.Array);
    }

    [Fact]
    public void Body_has_room_for_one_byte_more_than_it_may_have_and_no_further()
    {
        var memory = new BodyMemory(64 * Megabyte);
        using var buffer = new BodyBuffer(memory, 4_096 - 1);
        Assert.True(buffer.TryAppend(new byte[2_049], null));
        Assert.Equal(4_096, memory.InUse);
        using var grown = new BodyBuffer(memory, 3_000);
        Assert.True(grown.TryAppend(new byte[2_000], null));
        Assert.True(grown.TryAppend(new byte[1_001], null));
        Assert.Equal(2 * 4_096, memory.InUse);
    }

    [Fact]
    public void Array_is_used_again_for_half_its_length_and_not_for_less()
    {
        var memory = new BodyMemory(64 * Megabyte);
        var array = memory.TryTake(4 * Megabyte)!;
        memory.Give(array, mayBeRead: false);

        Assert.NotSame(array, memory.TryTake(2 * Megabyte - 64 * 1024));
        Assert.Same(array, memory.TryTake(2 * Megabyte));
        Assert.Equal(6 * Megabyte - 64 * 1024, memory.InUse);
    }

    [Fact]
    public void Array_that_lies_idle_is_not_used_again_where_the_share_is_used_up()
    {
        var memory = new BodyMemory(8 * Megabyte);
        var idle = memory.TryTake(4 * Megabyte)!;
        memory.Give(idle, mayBeRead: false);
        Assert.NotNull(memory.TryTake(Megabyte));
        Assert.NotNull(memory.TryTake(Megabyte));

        Assert.Same(idle, memory.TryTake(4 * Megabyte));
        memory.Give(idle, mayBeRead: false);
        Assert.NotNull(memory.TryTake(Megabyte));
        Assert.Null(memory.TryTake(4 * Megabyte));
        GC.KeepAlive(idle);
    }

    [Theory]
    [InlineData(BodyMemory.LargestSmall, BodyMemory.LargestSmall)]
    [InlineData(BodyMemory.LargestSmall + 1, BodyMemory.LargestSmall + (64 * 1024))]
    [InlineData(1, 1_024)]
    [InlineData(1_025, 2_048)]
    [InlineData(5 * 64 * 1024, 5 * 64 * 1024)]
    public void Length_is_rounded_up(int least, int taken)
    {
        var memory = new BodyMemory(16 * Megabyte);

        var array = memory.TryTake(least)!;

        Assert.Equal((taken, taken), (array.Length, (int)memory.InUse));
        memory.Give(array, mayBeRead: false);
        Assert.Equal(0, memory.InUse);
    }

    [Fact]
    public async Task Large_bodies_are_read_one_at_a_time()
    {
        var memory = new BodyMemory(Megabyte);
        await memory.BeginLargeReadingAsync(CancellationToken.None);
        var second = memory.BeginLargeReadingAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);

        memory.EndLargeReading(1);
        await second;
        memory.EndLargeReading(17 * Megabyte);
        await memory.BeginLargeReadingAsync(CancellationToken.None);
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
