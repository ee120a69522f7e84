using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Gemini.Tests.Simulator;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("meeting_end_full.json", 9, "Helene Okonkwo-Reyes", "Hot")]
    [InlineData("meeting_end_long.json", 9, "Wilhelmina Adeyemi-Strand", "Hot")]
    [InlineData("meeting_end_hostile_text.json", 4, "Ferris", "Warm")]
    [InlineData("meeting_end_no_emails.json", 4, "Ferris", "Warm")]
    public async Task Curated_meddic_is_grounded_in_the_turn_it_names(string file, int elements, string buyer, string confidence)
    {
        await using var sim = await GeminiCaller.StartAsync();
        var transcript = Samples.Transcript(file);
        var turns = transcript.Split('\n');

        var answer = await sim.AnswerAsync("Assess this call.\n" + transcript, Samples.Meddic());

        Assert.Equal([.. Samples.MeddicNames, "confidence"], answer.Select(pair => pair.Key));
        var found = Samples.MeddicNames.Where(name => answer[name] is not null).ToArray();
        Assert.Equal(elements, found.Length);
        Assert.All(found, name =>
        {
            var element = answer[name]!;
            var turn = turns[(int)element["turn"]! - 1];
            Assert.StartsWith($"[{element["turn"]}] {element["speaker"]}:", turn, StringComparison.Ordinal);
            Assert.Contains(element["quote"]!.ToString(), turn, StringComparison.Ordinal);
            Assert.NotEmpty(element["value"]!.ToString());
        });
        Assert.Contains(buyer, answer["economic_buyer"]!["value"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(confidence, answer["confidence"]!.ToString());
    }

    [Theory]
    [InlineData("invitee_created_full.json", "Harrow & Pine Organics")]
    [InlineData("invitee_created_from_reschedule.json", "Harrow & Pine Organics")]
    [InlineData("invitee_created_long_answers.json", "Saltmarsh Provisions Ltd")]
    [InlineData("invitee_created_legacy_no_scheduled_event.json", "Tinplate Tea Co")]
    [InlineData("invitee_created_minimal.json", "Ostrich and Oak")]
    public async Task Curated_intel_knows_each_booking(string file, string company)
    {
        await using var sim = await GeminiCaller.StartAsync();

        var answer = await sim.AnswerAsync(Samples.Fixture("calendly/" + file), Samples.Intel());

        Assert.Equal(27, answer.Count);
        Assert.Equal(company, answer["company_name"]!.ToString());
        Assert.Null(answer["bant_budget_signal"]);
        Assert.NotEmpty(answer["sales_rep_cheat_sheet"]!.ToString());
    }

    [Fact]
    public async Task A_part_of_a_transcript_gives_only_what_it_says()
    {
        await using var sim = await GeminiCaller.StartAsync();
        var head = string.Join('\n', Samples.Transcript("meeting_end_full.json").Split('\n').Take(20));

        var answer = await sim.AnswerAsync(head, Samples.Meddic());

        Assert.NotNull(answer["metrics"]);
        Assert.Null(answer["economic_buyer"]);
        Assert.Null(answer["next_steps"]);
    }

    [Fact]
    public async Task An_unknown_transcript_is_quoted_word_by_word_and_the_same_each_time()
    {
        await using var sim = await GeminiCaller.StartAsync();
        const string text = "[1] Ada Lane: We lose ten days on each label.\n[2] Bo Quist: My director signs the budget.";

        var first = await sim.AnswerAsync(text, Samples.Meddic());
        var second = await sim.AnswerAsync(text, Samples.Meddic());

        Assert.Equal("We lose ten days on each label.", first["metrics"]!["quote"]!.ToString());
        Assert.Equal((2, "Bo Quist"), ((int)first["economic_buyer"]!["turn"]!, first["economic_buyer"]!["speaker"]!.ToString()));
        Assert.Null(first["champion"]);
        Assert.Equal("Cold", first["confidence"]!.ToString());
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(2, Assert.Single(sim.Server.State.GeminiPrompts).Value);
    }

    [Theory]
    [InlineData("budget", "budget")]
    [InlineData("paper_process", "legal")]
    [InlineData("critical_event", "")]
    public async Task Element_that_nobody_curated_is_quoted_from_the_turns(string element, string words)
    {
        await using var sim = await GeminiCaller.StartAsync();
        var schema = JsonNode.Parse(
            """
            {"type":"object","properties":{
              "X_quote":{"type":["string","null"]}, "X_turn":{"type":["integer","null"]}, "X":{"type":["string","null"]},
              "next_steps":{"type":["array","null"],"items":{"type":"string"}}}}
            """.Replace("X", element, StringComparison.Ordinal))!;
        var transcript = Samples.Transcript("meeting_end_full.json");

        var answer = await sim.AnswerAsync(transcript, schema);

        var turn = transcript.Split('\n')[(int)answer[element + "_turn"]! - 1];
        Assert.Contains(answer[element + "_quote"]!.ToString(), turn, StringComparison.Ordinal);
        Assert.Contains(words, answer[element]!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, answer["next_steps"]!.AsArray().Count);
    }

    [Fact]
    public async Task Field_that_nobody_curated_is_the_answer_to_a_question_that_names_it()
    {
        await using var sim = await GeminiCaller.StartAsync();
        const string prompt = """
            Q1: Company
            | Label sign-off takes almost four weeks
            Q2: What is your review volume?
            | 1,200 a month
            | in summer
            Q3: Else
            | none
            """;
        var schema = JsonNode.Parse("""
            {"type":"object","properties":{"company_name":{"type":["string","null"]},"review_volume":{"type":["string","null"]},"mood":{"type":["string","null"]}}}
            """)!;

        var answer = await sim.AnswerAsync(prompt, schema);

        Assert.Equal("1,200 a month\nin summer", answer["review_volume"]!.ToString());
        Assert.Equal("Harrow & Pine Organics", answer["company_name"]!.ToString());
        Assert.Null(answer["mood"]);
    }

    [Fact]
    public async Task Any_schema_is_answered_in_its_shape()
    {
        await using var sim = await GeminiCaller.StartAsync();
        var schema = JsonNode.Parse(
            """
            {"type":"object","properties":{
              "metrics":{"type":"array","items":{"type":"object","properties":{"evidence":{"type":"string"},"value":{"type":"string"}}}},
              "champion_quote":{"type":["string","null"]}, "champion":{"type":["string","null"]},
              "economic_buyer":{"type":"object","properties":{"evidence":{"type":"array","items":{"$ref":"#/$defs/e"}},"value":{"type":["string","null"]}}},
              "next_steps":{"type":"array","items":{"type":"string"}},
              "confidence":{"anyOf":[{"type":"null"},{"enum":["Cold","Warm","Hot","Super-hot"]}]},
              "deal_size":{"type":["number","null"]}, "signed":{"type":"boolean"}, "stage":{"type":"string","enum":["x","y"]},
              "tree":{"$ref":"#/$defs/tree"}},
             "$defs":{"e":{"type":"object","properties":{"turn":{"type":"integer"},"quote":{"type":"string"}}},
                      "tree":{"type":"object","properties":{"child":{"anyOf":[{"$ref":"#/$defs/tree"},{"type":"null"}]}}}}}
            """)!;

        var answer = await sim.AnswerAsync(Samples.Transcript("meeting_end_full.json"), schema);

        Assert.Equal(4, answer["metrics"]!.AsArray().Count);
        Assert.StartsWith("nineteen working days", answer["metrics"]![0]!["evidence"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("I have been asking", answer["champion_quote"]!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Rosalind", answer["champion"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(44, (int)answer["economic_buyer"]!["evidence"]![0]!["turn"]!);
        Assert.Equal(5, answer["next_steps"]!.AsArray().Count);
        Assert.Equal("Hot", answer["confidence"]!.ToString());
        Assert.Null(answer["deal_size"]);
        Assert.Equal(JsonValueKind.False, answer["signed"]!.GetValueKind());
        Assert.Equal("x", answer["stage"]!.ToString());
    }
}
