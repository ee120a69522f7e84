using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Sentences of sales calls in many industries. Nothing was learned from them, and phrases were written with sight of one half; how much
/// rules find of what nobody has seen is in docs/extraction.md.</summary>
public class SpokenRulesTests
{
    public static TheoryData<string, bool> Halves
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var element in QualificationFrameworks.Meddic.Elements)
            {
                data.Add(element.Name, false);
                data.Add(element.Name, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public async Task What_speaks_about_an_element_is_found(string element, bool isCheck) =>
        await AtLeastAsync(element, '+', isCheck, 0.7, value => value.Status != FieldStatus.Absent);

    [Theory]
    [MemberData(nameof(Halves))]
    public async Task What_is_hedged_is_seen(string element, bool isCheck) =>
        await AtLeastAsync(element, '~', isCheck, 0.6, value => value.Status != FieldStatus.Absent);

    [Theory]
    [MemberData(nameof(Halves))]
    public async Task What_only_sounds_like_it_is_left_alone(string element, bool isCheck) =>
        await AtLeastAsync(element, '-', isCheck, 0.85, value => value.Status == FieldStatus.Absent);

    private static async Task AtLeastAsync(string element, char sign, bool isCheck, double share, Func<FieldValue, bool> isRight)
    {
        var lines = SpokenCases.Lines(element, sign, isCheck);
        Assert.NotEmpty(lines);
        var wrong = new List<string>();
        foreach (var line in lines)
        {
            if (!isRight((await SpokenCases.ReadAsync(line))[$"meddic_{element}"]))
            {
                wrong.Add(line);
            }
        }

        var right = 1 - ((double)wrong.Count / lines.Length);
        Assert.True(right >= share, $"{right:P0} of {lines.Length} are right.\n{(isCheck ? "" : string.Join('\n', wrong))}");
    }
}
