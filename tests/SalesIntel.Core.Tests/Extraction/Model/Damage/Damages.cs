using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesIntel.Extraction.Damage;

/// <summary>What models, relays and token limits do to a completion, each as one function of an honest answer.</summary>
internal static partial class Damages
{
    public static IReadOnlyDictionary<string, Func<JsonObject, string>> All { get; } = new Dictionary<string, Func<JsonObject, string>>(StringComparer.Ordinal)
    {
        ["none, indented"] = answer => new Writing().Write(answer),
        ["single quotes"] = Styled(new() { KeyMarks = ("'", "'"), TextMarks = ("'", "'"), Escape = Single }),
        ["single quotes, apostrophes not escaped"] = Styled(new() { KeyMarks = ("'", "'"), TextMarks = ("'", "'"), Escape = Lines }),
        ["Python repr"] = Styled(new() { KeyMarks = ("'", "'"), Text = Repr, Null = "None", True = "True", IsOnOneLine = true, Comma = ", " }),
        ["Python literals"] = Styled(new() { Null = "None", True = "True" }),
        ["Python triple quotes"] = Styled(new() { TextMarks = ("\"\"\"", "\"\"\""), Escape = text => text }),
        ["triple single quotes"] = Styled(new() { TextMarks = ("'''", "'''"), Escape = text => text }),
        ["Python prefix"] = Styled(new() { TextMarks = ("u\"", "\"") }),
        ["Python tuple as list"] = Styled(new() { OpenList = "(", CloseList = ",)" }),
        ["smart quotes"] = Styled(new() { KeyMarks = ("“", "”"), TextMarks = ("“", "”"), Escape = Lines }),
        ["smart quotes, closing only"] = Styled(new() { KeyMarks = ("”", "”"), TextMarks = ("”", "”"), Escape = Lines }),
        ["German quotes"] = Styled(new() { KeyMarks = ("„", "“"), TextMarks = ("„", "“"), Escape = Lines }),
        ["smart single quotes"] = Styled(new() { KeyMarks = ("‘", "’"), TextMarks = ("‘", "’"), Escape = Lines }),
        ["smart keys only"] = Styled(new() { KeyMarks = ("“", "”") }),
        ["backticks"] = Styled(new() { TextMarks = ("`", "`"), Escape = text => text }),
        ["unescaped quotes"] = Styled(new() { Escape = Lines }),
        ["unescaped quotes on one line"] = Styled(new() { Escape = Lines, IsOnOneLine = true }),
        ["raw line breaks"] = Styled(new() { Escape = text => text.Replace("\\", "\\\\").Replace("\"", "\\\"") }),
        ["escaped apostrophes"] = Styled(new() { Escape = text => Writing.Json(text).Replace("'", "\\'") }),
        ["escaped dollars and signs"] = Styled(new() { Escape = text => Writing.Json(text).Replace("$", "\\$").Replace("&", "\\&").Replace("#", "\\#") }),
        ["hexadecimal escapes"] = Styled(new() { Escape = text => Writing.Json(text).Replace("é", "\\xe9").Replace("ü", "\\xfc").Replace("e", "\\x65") }),
        ["comments with slashes"] = Styled(new() { BehindMember = " // why \"this\": because" }),
        ["comments with a hash"] = Styled(new() { BehindMember = "  # see turn 4, it's clear" }),
        ["comments in blocks"] = Styled(new() { Colon = ": /* said, \"once\": */ " }),
        ["trailing commas"] = Styled(new() { LastComma = "," }),
        ["commas twice"] = Styled(new() { Comma = ",," }),
        ["commas forgotten"] = Styled(new() { Comma = "" }),
        ["semicolons"] = Styled(new() { Comma = ";" }),
        ["equals signs"] = Styled(new() { Colon = " = " }),
        ["arrows"] = Styled(new() { Colon = " => " }),
        ["full-width punctuation"] = Styled(new() { Colon = "：", Comma = "，" }),
        ["keys without quotes"] = Styled(new() { KeyMarks = ("", "") }),
        ["keys without quotes on one line"] = Styled(new() { KeyMarks = ("", ""), IsOnOneLine = true, Comma = ", " }),
        ["camelCase"] = Styled(new() { Key = Camel }),
        ["Title Case"] = Styled(new() { Key = Title }),
        ["kebab-case"] = Styled(new() { Key = key => key.Replace('_', '-') }),
        ["concatenation with plus"] = Styled(new() { Text = text => Halves(text, "\" + \"") }),
        ["concatenation over lines"] = Styled(new() { Text = text => Halves(text, "\" +\n      \"") }),
        ["concatenation in parentheses"] = Styled(new() { Text = text => $"({Halves(text, "\"\n      \"")})" }),
        ["template braces"] = answer => "{" + new Writing().Write(answer) + "}",
        ["last closer missing"] = answer => new Writing().Write(answer).TrimEnd()[..^1],
        ["last closer missing, fence and prose behind"] = answer => "```json\n" + new Writing().Write(answer)[..^1] + "```\nI hope, this \"helps\": a lot.",
        ["last closer wrong"] = answer => new Writing().Write(answer)[..^1] + "]",
        ["list closers missing"] = Styled(new() { CloseList = "" }),
        ["list closers wrong"] = Styled(new() { CloseList = "}" }),
        ["closed early"] = answer => FirstMember().Replace(new Writing { IsOnOneLine = true }.Write(answer), "$1},", 1),
        ["opener missing"] = answer => new Writing().Write(answer)[1..],
        ["inside a string"] = answer => JsonValue.Create(answer.ToJsonString()).ToJsonString(),
        ["inside a string without its quotes"] = answer => JsonValue.Create(answer.ToJsonString()).ToJsonString(Relaxed).Trim('"'),
        ["inside a member as text"] = answer => new JsonObject { ["name"] = "extract", ["arguments"] = answer.ToJsonString() }.ToJsonString(),
        ["inside a member"] = answer => new JsonObject { ["result"] = new JsonObject { ["data"] = answer.DeepClone() } }.ToJsonString(),
        ["list of one"] = answer => new JsonArray(answer.DeepClone()).ToJsonString(),
        ["entities of a page"] = answer => answer.ToJsonString(Relaxed).Replace("&", "&amp;").Replace("\"", "&quot;"),
        ["prose and fence"] = answer => $"Sure! Here's the \"object\" {{as asked}}:\n```json\n{new Writing().Write(answer)}\n```\nAnything else?",
        ["thoughts before"] = answer => $"<think>The shape is {{\"a\": 1}}; let's go.</think>\n{answer.ToJsonString()}",
        ["assignment"] = answer => $"const result = {new Writing().Write(answer)};\nconsole.log(result);",
        ["zero-width characters"] = answer => new Writing { Colon = "\u200B:\u00A0", Comma = ",\u200D", KeyMarks = ("\"\u200B", "\"") }.Write(answer),
        ["ellipsis behind the last member"] = answer => new Writing { IsOnOneLine = true }.Write(answer)[..^1] + ", ...}",
        ["ellipsis in the lists"] = Styled(new() { CloseList = ", …]" }),
        ["carriage returns"] = answer => new Writing().Write(answer).Replace("\n", "\r\n"),
        ["a member twice, the first one wrong"] = answer => "{\"" + answer.First().Key + "\": \"draft\", " + new Writing().Write(answer)[1..],
        ["two answers, the first one poorer"] = answer => $"{{\"{answer.First().Key}\": \"draft\"}}\nBetter:\n{new Writing().Write(answer)}",
        ["numbers as 1_0"] = Styled(new() { Number = number => "+" + number }),
        ["numbers of Python"] = Styled(new() { Number = number => number.Contains('.') ? number : number + ".0" }),
        ["doubled quotes of CSV"] = answer => "\"" + answer.ToJsonString(Relaxed).Replace("\"", "\"\"") + "\"",
        ["cut in the middle"] = answer => new Writing().Write(answer) is var text ? text[..(text.Length / 2)] : "",
        ["cut at three quarters"] = answer => new Writing().Write(answer) is var text ? text[..(text.Length * 3 / 4)] : "",
    };

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static Func<JsonObject, string> Styled(Writing writing) => answer => writing.Write(answer);

    private static string Lines(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Single(string text) => Lines(text).Replace("'", "\\'", StringComparison.Ordinal);

    private static string Repr(string text) => text.Contains('\'') && !text.Contains('"') ? $"\"{Lines(text)}\"" : $"'{Single(text)}'";

    private static string Halves(string text, string middle) =>
        text.Length < 8 ? $"\"{Writing.Json(text)}\"" : $"\"{Writing.Json(text[..4])}{middle}{Writing.Json(text[4..])}\"";

    private static string Camel(string key) => key.Split('_') is var words
        ? string.Concat(words.Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..])) : key;

    private static string Title(string key) => string.Join(' ', key.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex("""^(\{"[^"]+": (?:"(?:[^"\\]|\\.)*"|\[(?:[^\[\]"]|"(?:[^"\\]|\\.)*")*\])),""", RegexOptions.Singleline)]
    private static partial Regex FirstMember();
}
