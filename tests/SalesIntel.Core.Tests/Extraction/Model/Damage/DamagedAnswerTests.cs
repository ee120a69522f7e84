using Xunit.Abstractions;

namespace SalesIntel.Extraction.Damage;

/// <summary>Damaged answers in many kinds: most are read whole, and no value is wrong without a word about it.</summary>
public class DamagedAnswerTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var damage in Damages.All.Keys)
        {
            foreach (var answer in HonestAnswers.All)
            {
                data.Add(damage, answer);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_value_is_wrong_without_a_word(string damage, string answer)
    {
        var verdict = Judge(damage, answer, out var text, out var read);
        Assert.True(verdict.Silent.Count == 0, $"{string.Join(", ", verdict.Silent)} in\n{text}\n{Show(read)}");
    }

    [Fact]
    public void Most_are_read_whole()
    {
        var cases = (from damage in Damages.All.Keys from answer in HonestAnswers.All select (damage, answer)).ToList();
        var broken = cases.Where(one => !Judge(one.damage, one.answer, out _, out _).IsWhole).ToList();
        foreach (var (damage, answer) in broken)
        {
            var verdict = Judge(damage, answer, out _, out var read);
            output.WriteLine($"{damage} / {answer}: missing {string.Join(",", verdict.Missing)}; {string.Join(" | ", read.Issues)}");
        }

        var share = 1 - ((double)broken.Count / cases.Count);
        output.WriteLine($"{cases.Count} damaged answers, {cases.Count - broken.Count} read whole, {share:P1}");
        Assert.True(cases.Count >= 250, $"{cases.Count}");
        Assert.True(share >= 0.85, $"{share:P1}");
    }

    private static Verdict Judge(string damage, string answer, out string text, out ReadCompletion read)
    {
        var honest = HonestAnswers.Of(answer);
        text = Damages.All[damage](honest);
        read = LenientJson.Read(text, HonestAnswers.Names(answer));
        return Verdict.Of(honest, read, damage.StartsWith("cut", StringComparison.Ordinal));
    }

    private static string Show(ReadCompletion read) =>
        string.Join('\n', read.Members.Select(m => $"{m.Key} = {m.Value.GetRawText()}").Concat(read.Issues));
}
