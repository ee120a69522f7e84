using System.Text.Json;

namespace SalesIntel.Extraction.Damage;

/// <summary>Damaged answers written by hand: what is read of each, and what is said to be lost.</summary>
public class HandwrittenTests
{
    private static readonly string[] Asked =
        ["company_name", "city", "country", "industry", "team_size", "stated_pain_points", "next_steps", "claims"];

    [Theory]
    [InlineData("""{"company_name": "Harrow "& Pine" Organics", "city": "Leeds"}""", """{"company_name":"Harrow \"& Pine\" Organics","city":"Leeds"}""")]
    [InlineData("""{"city": "the so-called "Big Apple"", "country": null}""", """{"city":"the so-called \"Big Apple\"","country":null}""")]
    [InlineData("""{"city": ""Big Apple" is what he said", "country": null}""", """{"city":"\"Big Apple\" is what he said","country":null}""")]
    [InlineData("""{"stated_pain_points": "He said "stop", then "go", then left", "city": "Ely"}""", """{"stated_pain_points":"He said \"stop\", then \"go\", then left","city":"Ely"}""")]
    [InlineData("""{"stated_pain_points": "Uses "Inkwell", "Quill"", "city": "Ely"}""", """{"stated_pain_points":"Uses \"Inkwell\", \"Quill\"","city":"Ely"}""")]
    [InlineData("""{"next_steps": ["send "the" draft", "call"], "city": "Ely"}""", """{"next_steps":["send \"the\" draft","call"],"city":"Ely"}""")]
    [InlineData("""{"stated_pain_points": "a 5" disk and a 19" rack", "city": "Ely"}""", """{"stated_pain_points":"a 5\" disk and a 19\" rack","city":"Ely"}""")]
    [InlineData("""{'company_name': 'O'Brien's', 'city': 'King's Lynn'}""", """{"company_name":"O'Brien's","city":"King's Lynn"}""")]
    [InlineData("""{'stated_pain_points': 'the teams' view, and the bosses'', 'city': 'Ely'}""", """{"stated_pain_points":"the teams' view, and the bosses'","city":"Ely"}""")]
    [InlineData("""{'company_name': "O'Brien", "city": 'a "b"'}""", """{"company_name":"O'Brien","city":"a \"b\""}""")]
    [InlineData("""{“company_name”: “Harrow “& Pine””, “city”: “Ely”}""", """{"company_name":"Harrow “& Pine”","city":"Ely"}""")]
    [InlineData("""{"company_name”: "Harrow”, “city": “Ely"}""", """{"company_name":"Harrow","city":"Ely"}""")]
    [InlineData("""{«company_name»: «Harrow», «city»: «Ely»}""", """{"company_name":"Harrow","city":"Ely"}""")]
    [InlineData("""{"company_name": 'Harrow', "team_size": None, "city": True}""", """{"company_name":"Harrow","team_size":null,"city":true}""")]
    [InlineData("""{"team_size": 1,200, "city": "Ely"}""", """{"team_size":1200,"city":"Ely"}""")]
    [InlineData("""{"team_size": 12_000, "city": .5, "country": 5., "industry": +7}""", """{"team_size":12000,"city":0.5,"country":5,"industry":7}""")]
    [InlineData("""{"team_size": about 12 people, "city": Ely}""", """{"team_size":"about 12 people","city":"Ely"}""")]
    [InlineData("""{"team_size": 50-100, "city": 12%}""", """{"team_size":"50-100","city":"12%"}""")]
    [InlineData("""{"team_size": 007, "city": 0x1F}""", """{"team_size":"007","city":"0x1F"}""")]
    [InlineData("""{"company_name": "It\'s \$5 \& more\!", "city": "50\%"}""", """{"company_name":"It's $5 & more!","city":"50%"}""")]
    [InlineData("""{"company_name": "C:\Programs\data", "city": "Ely"}""", """{"company_name":"C:\\Programs\\data","city":"Ely"}""")]
    [InlineData("""{"company_name": "\x48arrow \u{1F600}", "city": "E\u006Cy"}""", """{"company_name":"Harrow 😀","city":"Ely"}""")]
    [InlineData("""{"company_name": "Har\ud83drow", "city": "Ely"}""", """{"company_name":"Har\ufffdrow","city":"Ely"}""")]
    [InlineData("{\"company_name\": \"x\", # the \"name\"\n\"city\": \"Ely\" // it's\n}", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"company_name": "http://x.example/#a", /* c */ "city": "a // b # c"}""", """{"company_name":"http://x.example/#a","city":"a // b # c"}""")]
    [InlineData("""{"company_name": "Harrow" + " & " + "Pine", "city": "Ely"}""", """{"company_name":"Harrow & Pine","city":"Ely"}""")]
    [InlineData("""{"claims": [{"element": "metrics", "turn": 3}, {"element": "champion", "turn": 4], "city": "Ely"}""", """{"claims":[{"element":"metrics","turn":3},{"element":"champion","turn":4}],"city":"Ely"}""")]
    [InlineData("""{"claims": [{"element": "metrics"}, "quote": "x", "turn": 3}], "city": "Ely"}""", """{"claims":[{"element":"metrics","quote":"x","turn":3}],"city":"Ely"}""")]
    [InlineData("""{"claims": [{"element": "metrics", "turn": 3}, "city": "Ely"}""", """{"claims":[{"element":"metrics","turn":3}],"city":"Ely"}""")]
    [InlineData("""{"claims": {"element": "metrics", "turn": 3}, {"element": "champion", "turn": 4}], "city": "Ely"}""", """{"claims":[{"element":"metrics","turn":3},{"element":"champion","turn":4}],"city":"Ely"}""")]
    [InlineData("""[{"element": "metrics", "quote": "a", "turn": 3}, {"element": "champion", "quote": "b"}]""", """{"claims":[{"element":"metrics","quote":"a","turn":3},{"element":"champion","quote":"b"}]}""")]
    [InlineData("{\"element\": \"metrics\", \"quote\": \"a\"}\n{\"element\": \"champion\", \"quote\": \"b\"}", """{"claims":[{"element":"metrics","quote":"a"},{"element":"champion","quote":"b"}]}""")]
    [InlineData("""{"element": "metrics", "quote": "a"}""", """{"claims":[{"element":"metrics","quote":"a"}]}""")]
    [InlineData("""{"claims": [[{"element": "metrics", "quote": "a"}], {"element": "champion", "quote": "b"}]}""", """{"claims":[{"element":"metrics","quote":"a"},{"element":"champion","quote":"b"}]}""")]
    [InlineData("""{"claims": [{"claim": {"element": "metrics", "quote": "a"}}, {"element": "champion", "quote": "b"}]}""", """{"claims":[{"element":"metrics","quote":"a"},{"element":"champion","quote":"b"}]}""")]
    [InlineData("""{"claims": {"metrics": {"quote": "a", "turn": 3}, "champion": null, "risk": [{"quote": "b"}]}}""", """{"claims":[{"element":"metrics","quote":"a","turn":3},{"element":"risk","quote":"b"}]}""")]
    [InlineData("""{"claims": {"element": "metrics", "quote": "a"}}""", """{"claims":[{"element":"metrics","quote":"a"}]}""")]
    [InlineData("""{"claims": "[{\"element\": \"metrics\", \"quote\": \"a\"},]", "city": "Ely"}""", """{"claims":[{"element":"metrics","quote":"a"}],"city":"Ely"}""")]
    [InlineData("""{"claims": [{"Element": "metrics", "Quote": "a", "Turn": 3}]}""", """{"claims":[{"element":"metrics","quote":"a","turn":3}]}""")]
    [InlineData("""{"company_name": "x"}, "city": "Ely"}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"company_name": "x"} "city": "Ely"}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"name": "save", "arguments": "{\"company_name\": \"x \\\"y\\\"\", \"city\": \"Ely\"}"}""", """{"company_name":"x \"y\"","city":"Ely"}""")]
    [InlineData("""{"name": "save", "arguments": "{'company_name': 'x', 'city': 'Ely',}"}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"response": [{"company_name": "x", "city": "Ely"}]}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"CompanyName": "x", "Stated Pain Points": "y", "NEXT-STEPS": ["z"], " city ": "Ely"}""", """{"company_name":"x","stated_pain_points":"y","next_steps":["z"],"city":"Ely"}""")]
    [InlineData("""{"company_name": "x", ..., "city": "Ely", …}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"company_name": ..., "city": "Ely"}""", """{"city":"Ely"}""", "company_name")]
    [InlineData("""{"company_name": , "city": "Ely"}""", """{"city":"Ely"}""", "company_name")]
    [InlineData("""{"company_name": "x", "company_name": "y", "companyName": "z"}""", """{"company_name":"y"}""")]
    [InlineData("""{company_name: "x", city: 'Ely', country: null}""", """{"company_name":"x","city":"Ely","country":null}""")]
    [InlineData("""{"company_name": "x", "city": "El""", """{"company_name":"x"}""", "city")]
    [InlineData("""{"company_name": "x", "team_size": 12""", """{"company_name":"x"}""", "team_size")]
    [InlineData("""{"company_name": "x", "next_steps": ["a", "b""", """{"company_name":"x","next_steps":["a"]}""", "next_steps")]
    [InlineData("""{"claims": [{"element": "metrics", "quote": "a"}, {"element": "champion", "quote": "b", "tu""", """{"claims":[{"element":"metrics","quote":"a"}]}""", "claims")]
    [InlineData("""{"claims": [{"element": "metrics", "quote": "a"}, {"element": "champion", "quote": "b" c "d": "e"}, {"element": "x", "quote": "f"}], "city": "Ely"}""", """{"claims":[{"element":"metrics","quote":"a"},{"element":"x","quote":"f"}],"city":"Ely"}""", "claims")]
    [InlineData("""{"company_name": "x, "city": "Ely", "country": "UK"}""", """{"company_name":"x","city":"Ely","country":"UK"}""")]
    [InlineData("""{"company_name": x", "city": "Ely"}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"company_name": "x (inferred)" (from the mail), "city": "Ely"}""", """{"company_name":"x (inferred)","city":"Ely"}""")]
    [InlineData("""{"company_name": "x\", "city": "Ely"}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""Result: company_name = "x"; {"company_name": "y", "city": "Ely"}""", """{"company_name":"y","city":"Ely"}""")]
    [InlineData("""<json>{"company_name": "x", "city": "Ely"}</json>""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{&quot;company_name&quot;: &quot;x &amp; y&quot;, &quot;city&quot;: null}""", """{"company_name":"x & y","city":null}""")]
    [InlineData("""{\"company_name\": \"x\", \"city\": \"a \\\"b\\\"\"}""", """{"company_name":"x","city":"a \"b\""}""")]
    [InlineData("""{{"company_name": "x", "city": "Ely"}}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"company_name"："x"，"city"："Ely"}""", """{"company_name":"x","city":"Ely"}""")]
    [InlineData("""{"company_name": "x", "next_steps": [{"step": "a"}, {"step": "b"}]}""", """{"company_name":"x","next_steps":[{"step":"a"},{"step":"b"}]}""")]
    [InlineData("""{"next_steps": "[\"a\", \"b\"]", "city": "Ely"}""", """{"next_steps":"[\"a\", \"b\"]","city":"Ely"}""")]
    [InlineData("""{"company_name": "x", "city": NaN, "country": undefined, "industry": nil}""", """{"company_name":"x","city":null,"country":null,"industry":null}""")]
    [InlineData("""{"company_name": "x" /* cut""", """{"company_name":"x"}""")]
    [InlineData("""{"company_name": ["x", "y"], "city": {"name": "Ely"}}""", """{"company_name":["x","y"],"city":{"name":"Ely"}}""")]
    [InlineData("""{"city": {"name": "Ely", "zip": "C""", "{}", "city")]
    [InlineData("""I can't. {"note": "no fields"}""", "{}")]
    public void Read_of_each_is(string text, string expected, string lost = "")
    {
        var read = LenientJson.Read(text, new CompletionNames(Asked));
        var members = JsonSerializer.Serialize(read.Members);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(members)), $"{members}\n{string.Join('\n', read.Issues)}");
        Assert.Equal(lost, string.Join(',', read.Lost.Keys));
    }
}
