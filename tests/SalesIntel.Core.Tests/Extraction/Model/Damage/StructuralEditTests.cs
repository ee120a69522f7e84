using Xunit.Abstractions;

namespace SalesIntel.Extraction.Damage;

/// <summary>One structural character of an answer deleted, doubled or taken for another, each of them in turn.</summary>
public class StructuralEditTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<char, string>> Edits = new(StringComparer.Ordinal)
    {
        ["deleted"] = _ => "",
        ["doubled"] = c => $"{c}{c}",
        ["line break before"] = c => $"\n{c}",
        ["words before"] = c => $" as said {c}",
        ["another bracket"] = c => c switch { '{' => "[", '[' => "{", '}' => "]", ']' => "}", ',' => ";", ':' => "=", _ => "'" },
    };

    public static TheoryData<string, string, bool> Cases()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var edit in Edits.Keys)
        {
            foreach (var answer in HonestAnswers.All)
            {
                data.Add(edit, answer, false);
                data.Add(edit, answer, true);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_value_is_wrong_without_a_word(string edit, string answer, bool isOnOneLine)
    {
        var honest = HonestAnswers.Of(answer);
        var text = new Writing { IsOnOneLine = isOnOneLine }.Write(honest);
        var (cases, whole) = (0, 0);
        List<string> wrong = [];
        foreach (var at in Structure(text, withEnds: !edit.Contains("before")))
        {
            var damaged = text[..at] + Edits[edit](text[at]) + text[(at + 1)..];
            var read = LenientJson.Read(damaged, HonestAnswers.Names(answer));
            var verdict = Verdict.Of(honest, read, isCut: read.Repaired.ContainsKey(ReadCompletion.Whole) || read.Layer == JsonLayer.None);
            cases++;
            whole += verdict.IsWhole ? 1 : 0;
            if (verdict.Silent.Count > 0)
            {
                wrong.Add($"{string.Join(", ", verdict.Silent)} at {at} {damaged[Math.Max(0, at - 30)..Math.Min(damaged.Length, at + 30)]}\n{Show(read)}");
            }
        }

        output.WriteLine($"{edit} / {answer} / {(isOnOneLine ? "one line" : "lines")}: {whole} of {cases} whole, {wrong.Count} silently wrong");
        Assert.True(wrong.Count == 0, string.Join("\n\n", wrong.Take(5)));
    }

    // Words before the mark that ends a string are words of the string.
    private static IEnumerable<int> Structure(string text, bool withEnds)
    {
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (inString && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                inString = !inString;
                if (withEnds || inString)
                {
                    yield return i;
                }
            }
            else if (!inString && "{}[]:,".Contains(text[i]))
            {
                yield return i;
            }
        }
    }

    private static string Show(ReadCompletion read) =>
        string.Join('\n', read.Members.Select(m => $"{m.Key} = {m.Value.GetRawText()}").Concat(read.Issues));
}
