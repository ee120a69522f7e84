using SalesIntel.Leads;

namespace SalesIntel.Transcripts;

/// <summary>Every plain form that recorders and people write, with the same four turns.</summary>
public sealed class PlainFormTests
{
    [Theory]
    [InlineData("[00:03](https://video.example/x?t=3) **Ann Lee**: Hello (there).\n[00:10](https://video.example/x?t=10) **Bob Ray**: Hi.\n")]
    [InlineData("**Ann Lee** [0:03](https://video.example/x?t=3): Hello (there).\n**Bob Ray** [0:10](https://video.example/x?t=10): Hi.\n")]
    [InlineData("Ann Lee（00：03）：Hello (there).\nBob Ray（00：10）：Hi.\n")]
    [InlineData("Ann Lee（００：０３）：Hello (there).\nBob Ray（００：１０）：Hi.\n")]
    public void Times_may_be_links_or_have_wide_characters(string text) => Assert.Equal("Ann Lee@3: Hello (there).\nBob Ray@10: Hi.", Turns.Of(text));

    private const string Untimed =
        """
        Ann Lee: Thanks for joining, how do reviews work today?
        Bob Ray: We lose twelve hours a week: the covers go back and forth.
        Ann Lee: Who signs for a tool like this?
        Bob Ray: Our CFO does.
        """;

    private const string Timed =
        """
        Ann Lee@0: Thanks for joining, how do reviews work today?
        Bob Ray@10: We lose twelve hours a week: the covers go back and forth.
        Ann Lee@75: Who signs for a tool like this?
        Bob Ray@3600: Our CFO does.
        """;

    private static readonly (string Speaker, int Seconds, string Words)[] Said =
    [
        ("Ann Lee", 0, "Thanks for joining, how do reviews work today?"),
        ("Bob Ray", 10, "We lose twelve hours a week: the covers go back and forth."),
        ("Ann Lee", 75, "Who signs for a tool like this?"),
        ("Bob Ray", 3600, "Our CFO does."),
    ];

    // {n} name, {f} first name, {t} time as m:ss, {m} as mm:ss, {h} as hh:mm:ss, {u} as 0h 1m 5s, {g} as 1m05s, {w} words; an end is what the next turn begins with.
    public static TheoryData<string> UntimedForms =>
    [
        "{n}: {w}", "[{n}]: {w}", "**{n}:** {w}", "**{n}**: {w}", "__{n}__: {w}", "*{n}:* {w}", "<b>{n}:</b> {w}", "<strong>{n}</strong>: {w}",
        "- {n}: {w}", "-{n}: {w}", "* {n}: {w}", "• {n}: {w}", "1. {n}: {w}", ">> {n}: {w}", "> {n}: {w}", ">>{n}: {w}", "- **{n}:** {w}",
        "{n} (Acme Corp.): {w}", "{n} [Acme]: {w}", "{n} | Acme: {w}", "{n} - Acme: {w}", "{n} (Host): {w}", "{n} (she/her): {w}",
        "{n}, CFO: {w}", "{n} (Acme: Berlin): {w}", "{n} <some.one@acme.example>: {w}", "\"{n}\": {w}", "@{n}: {w}", "(Guest) {n}: {w}",
        "{n}:\n{w}", "{n}:\n\n{w}\n", "{n}: {w}\n", "   {n}: {w}", "{n} : {w}", "{n}：{w}", "[{n} | Acme]: {w}", "`{n}`: {w}", "{n}:{w}",
        "[{n}] {w}", "**{n}** {w}", "**{n}**\n{w}\n", "### {n}\n{w}\n", "\u200E{n}:\u00A0{w}", "\\[{n}\\]: {w}", "【{n}】{w}", "<{n}> {w}",
        "<v {n}>{w}</v>", "[{n}](https://acme.example/p/1): {w}",
    ];

    public static TheoryData<string> TimedForms =>
    [
        "{n} ({m}): {w}", "{n} [{t}]: {w}", "{n}  {t}\n{w}", "{n} {t}\n{w}", "{n}\t{h}\n{w}\n", "{n} | {t}\n{w}", "{n} - {m}\n{w}", "{n}, {m}\n{w}",
        "{n} ({h})\n{w}\n", "{n} ({h}):\n{w}\n", "{n}: {m}\n{w}\n", "{n}\n{t}\n{w}\n", "{h} | {n}: {w}", "{h} {n}: {w}", "{t} {n}: {w}",
        "{h} - {n}: {w}", "[{h}] {n}: {w}", "({m}) {n}: {w}", "[{m} - {m}] {n}: {w}", "[{h} --> {h}] {n}: {w}", "{h} - {h} {n}: {w}",
        "[{h}.000] {n}: {w}", "{h},000 {n}: {w}", "[{n} {m}]: {w}", "[{m} {n}]: {w}", "[{m}] [{n}]: {w}", "[{m}] **{n}:** {w}",
        "**{n}** ({m}): {w}", "**{n} ({m}):** {w}", "**[{m}] {n}:** {w}", "**{n}** {m}\n{w}", "**{n}** {m}: {w}", "{n}: [{m}] {w}",
        "{n}: ({m}) {w}", "{n} (Acme) ({m}): {w}", "{n} ({m}) (Acme): {w}", "{n} (Acme)  {t}\n{w}", "{n} | Acme | {t}\n{w}", "- [{m}] {n}: {w}",
        "[{n}] {h}\n{w}\n", "{m} {n}\n{w}\n", "{m} - {n} (Acme)\n  {w}\n", "@{m} - {n}\n{w}", "[{m}] {n}\n{w}", "{n} {m} {w}", "{n} [{m}] {w}",
        "{n} ({m}) {w}", "[{m}] <{n}> {w}", "[{h}] [{n}] {w}", "{h}\t{n}\t{w}", "[{s}s -> {s}s] {n}: {w}", "{h}\n{n}: {w}", "[{m}]\n{n}: {w}",
        "{n}:\n[{m}]\n{w}", "2026-11-18 {i} {n}: {w}", "[2026-11-18T{i}Z] {n}: {w}", ">> {n} ({m}): {w}", "{m}: {n}: {w}", "{n} @ {m}: {w}",
        "({u}) {n}: {w}", "[{u}] {n}: {w}", "{n} ({u}): {w}", "{n} [{g}]: {w}", "[{g}] {n}: {w}", "{n} ({u})\n{w}\n", "{n} {u}\n{w}\n", "{u} {n}: {w}",
        "[{g} - {g}] {n}: {w}", "{h} --> {h} {n}: {w}", "{h}.000 --> {h}.000 {n}: {w}",
    ];

    [Theory]
    [MemberData(nameof(UntimedForms))]
    public void Speakers_are_recognized(string form)
    {
        var transcript = Transcript.Parse(Write(form), Turns.Start);

        Assert.Equal(Untimed, Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [MemberData(nameof(TimedForms))]
    public void Speakers_and_times_are_recognized(string form)
    {
        var transcript = Transcript.Parse(Write(form), Turns.Start);

        Assert.Equal(Timed, Turns.Of(transcript));
        Assert.Empty(transcript.Issues);
    }

    [Theory]
    [MemberData(nameof(TimedForms))]
    public void Line_ends_of_every_kind_are_the_same(string form)
    {
        foreach (var end in new[] { "\r\n", "\r", "\v", "\u2028" })
        {
            Assert.Equal(Timed, Turns.Of(Write(form).Replace("\n", end, StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(TimedForms))]
    public void Without_a_start_the_turns_have_no_times_but_an_order(string form)
    {
        var transcript = Transcript.Parse(string.Join('\n', Write(form)));

        Assert.Equal("Ann Lee|Bob Ray|Ann Lee|Bob Ray", Turns.Speakers(transcript));
        Assert.Equal(form.Contains("{i}", StringComparison.Ordinal), transcript.Turns[0].At is not null);
    }

    private static string Write(string form) => string.Join('\n', Said.Select(turn =>
    {
        var time = TimeSpan.FromSeconds(turn.Seconds);
        return form
            .Replace("{n}", turn.Speaker, StringComparison.Ordinal)
            .Replace("{w}", turn.Words, StringComparison.Ordinal)
            .Replace("{t}", time.TotalHours < 1 ? $"{time:m\\:ss}" : $"{time:h\\:mm\\:ss}", StringComparison.Ordinal)
            .Replace("{m}", time.TotalHours < 1 ? $"{time:mm\\:ss}" : $"{time:hh\\:mm\\:ss}", StringComparison.Ordinal)
            .Replace("{h}", $"{time:hh\\:mm\\:ss}", StringComparison.Ordinal)
            .Replace("{u}", $"{time:%h}h {time:%m}m {time:%s}s", StringComparison.Ordinal)
            .Replace("{g}", $"{(int)time.TotalMinutes}m{time:ss}s", StringComparison.Ordinal)
            .Replace("{s}", $"{turn.Seconds}.00", StringComparison.Ordinal)
            .Replace("{i}", $"{Turns.Start + time:HH:mm:ss}", StringComparison.Ordinal);
    }));
}
