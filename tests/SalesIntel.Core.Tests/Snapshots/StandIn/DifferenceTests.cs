namespace SalesIntel.Snapshots.StandIn;

public sealed class DifferenceTests : IDisposable
{
    private readonly TemporarySnapshots snapshots = new();

    public void Dispose() => snapshots.Dispose();

    [Fact]
    public async Task Every_difference_is_shown_with_the_lines_around_it_and_no_others()
    {
        var lines = Enumerable.Range(1, 40).Select(number => $"line {number}").ToList();
        var changed = lines.ToList();
        changed[9] = "LINE 10";
        changed.RemoveAt(29);
        changed.Add("line 41");

        Assert.Equal(
            """
            @@ line 7 of the verified file, line 7 of the received one @@
              line 7
              line 8
              line 9
            - line 10
            + LINE 10
              line 11
              line 12
              line 13
            @@ line 27 of the verified file, line 27 of the received one @@
              line 27
              line 28
              line 29
            - line 30
              line 31
              line 32
              line 33
            @@ line 38 of the verified file, line 37 of the received one @@
              line 38
              line 39
              line 40
            + line 41

            """,
            await DifferenceAsync(string.Join('\n', lines), string.Join('\n', changed)));
    }

    [Fact]
    public async Task Differences_that_are_near_each_other_are_shown_together() => Assert.Equal(
        """
        @@ line 1 of the verified file, line 1 of the received one @@
        - a
        + A
          b
          c
        - d
        + D

        """,
        await DifferenceAsync("a\nb\nc\nd", "A\nb\nc\nD"));

    [Fact]
    public async Task Line_breaks_within_a_value_of_JSON_are_shown_as_lines() => Assert.Equal(
        """
        @@ line 1 of the verified file, line 1 of the received one @@
          {
            "note": "First.
                Second, at C:\\new.
        -       Third."
        +       Last."
          }

        """,
        await DifferenceAsync(
            """
            {
              "note": "First.\nSecond, at C:\\new.\nThird."
            }
            """,
            """
            {
              "note": "First.\nSecond, at C:\\new.\nLast."
            }
            """));

    [Fact]
    public async Task Line_break_is_not_what_stands_for_one() => Assert.Equal(
        """
        @@ line 1 of the verified file, line 1 of the received one @@
        - a\nb
        + a
        +     b

        """,
        await DifferenceAsync(@"a\nb", "a\n    b"));

    [Fact]
    public async Task Of_a_long_line_the_part_is_shown_in_which_it_differs()
    {
        var (before, after) = (new string('b', 500), new string('a', 500));

        Assert.Equal(
            $"""
            @@ line 1 of the verified file, line 1 of the received one @@
            - …{before[..40]}old{after[..40]}…
            + …{before[..40]}new{after[..40]}…

            """,
            await DifferenceAsync($"{before}old{after}", $"{before}new{after}"));
    }

    [Fact]
    public async Task Long_line_that_is_new_is_shown_whole()
    {
        var message = await DifferenceAsync("a", "a\n" + new string('x', 200) + new string('y', 200));

        Assert.Contains($"+ {new string('x', 160)}\n+ {new string('x', 40)}{new string('y', 120)}\n+ {new string('y', 80)}\n", message, StringComparison.Ordinal);
    }

    private async Task<string> DifferenceAsync(string verified, string received)
    {
        snapshots.Write("verified", verified);
        var message = await snapshots.FailAsync(received);
        return message[message.IndexOf("@@", StringComparison.Ordinal)..];
    }
}
