using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The question whether passages of a transcript say what claims make of them: one call for all claims of a meeting.</summary>
internal sealed class VerificationPrompt
{
    public const string Version = "verify-1";

    private const int Neighbours = 2;
    private const int MaxTurnCharacters = 1_200;
    private const int MostClaims = 80;

    private static readonly string[] Words = ["supported", "contradicted", "not_stated"];

    private readonly IReadOnlyList<ProvenClaim> claims;

    /// <summary>Makes the prompt.</summary>
    /// <param name="proven">The claims; so many of them are asked about as the limits of a prompt allow.</param>
    /// <param name="meeting">The meeting that they are about.</param>
    /// <param name="options">Limits.</param>
    public VerificationPrompt(IReadOnlyList<ProvenClaim> proven, Meeting meeting, ExtractionOptions options)
    {
        var text = new StringBuilder();
        var (tokens, asked) = (0, new List<ProvenClaim>());
        foreach (var claim in proven.Take(MostClaims))
        {
            var part = Part(claim, asked.Count + 1, meeting);
            tokens += TokenEstimate.Of(part);
            if (tokens > options.MaxPromptTokens)
            {
                break;
            }

            text.Append(part);
            asked.Add(claim);
        }

        claims = asked;
        Schema = new CompletionSchema(
            "verification",
            "Whether passages say what is claimed",
            asked.Select((_, index) => KeyValuePair.Create(Key(index), new JsonObject
            {
                ["type"] = "string",
                ["description"] = $"The verdict on claim {Number(index)}.",
                ["enum"] = new JsonArray([.. Words.Select(word => (JsonNode?)JsonValue.Create(word))]),
            })));
        Prompt = Ask(text.ToString());
    }

    /// <summary>The claims that are asked about, in the order of the verdicts.</summary>
    public IReadOnlyList<ProvenClaim> Claims => claims;

    /// <summary>One verdict for each claim.</summary>
    public CompletionSchema Schema { get; }

    /// <summary>What is asked.</summary>
    public Prompt Prompt { get; }

    /// <summary>The verdicts of a completion; null where it has none that can be read.</summary>
    public IReadOnlyList<Verdict?> Read(string completion)
    {
        var members = LenientJson.Read(completion, new CompletionNames(Schema.ReadKeys)).Members;
        return
        [
            .. claims.Select((_, index) =>
                members.TryGetValue(Key(index), out var member) && member.ValueKind == JsonValueKind.String
                    ? VerdictOf(member.GetString()!)
                    : null),
        ];
    }

    private static Verdict? VerdictOf(string word) => Array.IndexOf(Words, word.Trim().ToLowerInvariant().Replace(' ', '_')) switch
    {
        0 => Verdict.Supported,
        1 => Verdict.Contradicted,
        2 => Verdict.NotStated,
        _ => null,
    };

    private static string Key(int index) => "claim_" + Number(index);

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Part(ProvenClaim claim, int number, Meeting meeting)
    {
        var part = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Passage {number}:\n");
        var first = Math.Max(0, claim.Turn - 1 - Neighbours);
        foreach (var (offset, turn) in meeting.Transcript.Skip(first).Take((2 * Neighbours) + 1).Index())
        {
            if (first + offset > claim.Turn - 1 + Neighbours)
            {
                break;
            }

            part.Append(CultureInfo.InvariantCulture, $"[{first + offset + 1}] {TextCleaner.Line(turn.Speaker, 80)}: ")
                .Append(Around(turn.Text, first + offset + 1 == claim.Turn ? claim.Quote : "")).Append('\n');
        }

        part.Append(CultureInfo.InvariantCulture, $"Claim {number}, {claim.Element.Label} ({claim.Element.Name}): ")
            .Append(TextCleaner.Line(claim.Text)).Append("\n\n");
        return part.ToString();
    }

    // Of a very long turn what stands around the quote.
    private static string Around(string text, string quote)
    {
        var line = TextCleaner.Line(text);
        var at = quote.Length > 0 ? line.IndexOf(TextCleaner.Line(quote), StringComparison.OrdinalIgnoreCase) : 0;
        return line.Length <= MaxTurnCharacters
            ? line
            : TextCleaner.Cut(line[TextBoundary.AtOrBefore(line, Math.Max(0, at - (MaxTurnCharacters / 2)))..], MaxTurnCharacters);
    }

    private static Prompt Ask(string passages)
    {
        var fence = PromptFence.For(passages);
        var system =
            $"""
            You check claims about a sales meeting against the words of its transcript. Nobody asks you what is likely or useful, only whether
            the words say it.

            Rules:
            - supported: the words of the passage say what is claimed, of the same person, number, date and thing, under the element that is
              named.
            - contradicted: the words say something else about it, take it back, or negate it.
            - not_stated: the words do not say it, say it only as a question, a possibility or an example, or are about something else.
            - Deduce only from the given text. Each claim is judged by its own passage alone.
            {Prompt.DataRule(fence)}
            """;
        return new Prompt(
            system,
            "For each numbered claim give the verdict of its passage. Turns of the transcript are numbered: [12] Name: words.",
            fence.Wrap("passages", passages),
            "Those were the passages and claims. Give one verdict for each claim: supported, contradicted or not_stated.",
            []);
    }
}
