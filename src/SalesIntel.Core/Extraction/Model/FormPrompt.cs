using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The question for lead intel from a booking or a form. The address itself, phone numbers and the join link are not sent: the
/// mail domain is all that the model needs.</summary>
internal sealed class FormPrompt : CatalogPrompt
{
    private const string Name = "intel-3";
    private const int MaxAnswerCharacters = 20_000;
    private const double FactsShare = 0.25;

    private static readonly Lazy<string> DefaultIdentity = new(() => new FormPrompt(FieldCatalog.Default).Identity);

    private readonly string inferences;
    private readonly string closing;

    /// <summary>Makes the prompt for a catalogue that has fields to ask for.</summary>
    public FormPrompt(FieldCatalog catalog)
        : this(catalog.AskedOf(DocumentKind.Form))
    {
    }

    private FormPrompt(IReadOnlyList<LeadField> fields)
        : base(
            "intel",
            new CompletionSchema(
                "lead_intel",
                "What a demo booking or a form tells about the lead",
                [
                    .. OfClaims(fields).Any()
                        ? [CompletionSchema.ClaimsOfForm(
                            OfClaims(fields).Select(field => KeyValuePair.Create(field.Name, CompletionSchema.AskOf(field, field.Ask))))]
                        : Array.Empty<KeyValuePair<string, System.Text.Json.Nodes.JsonObject>>(),
                    .. fields.Except(OfClaims(fields)).Select(field => KeyValuePair.Create(field.Name, CompletionSchema.Of(field))),
                ],
                [.. OfClaims(fields).Select(field => field.Name)]),
            [
                .. OfClaims(fields).Take(1).Select(_ => CompletionKeys.Claims),
                .. fields.Except(OfClaims(fields)).Where(field => field.IsCore).Select(field => field.Name),
            ],
            [Inferences(fields), Closing(fields)])
    {
        inferences = Inferences(fields);
        closing = Closing(fields);
    }

    /// <inheritdoc/>
    public override string Version => Identity == DefaultIdentity.Value ? Name : $"{Name}-{Identity}";

    public Prompt For(Form form, ExtractionOptions options)
    {
        var issues = new List<string>();
        var budget = new PromptBudget(options.MaxPromptTokens, issues);
        var facts = budget.Part(FactsShare, part => part.Lines("facts", Facts(form)));
        var answers = budget.Part(1, part => Answers(form, part));
        var fence = PromptFence.For(facts, answers);
        var system =
            $"""
            You prepare sales representatives for product demos. You read a {Described(form)} and collect what it tells about the lead.

            Rules:
            - One claim for each value: the question, then the words of its answer copied word for word, then the value.
            - Deduce only from the given text. A field of which it says nothing has no claim.
            {inferences}- Short and factual; keep names, numbers, dates and negations as they are stated. Write each claim in the language of its
              answer, advice in English. Advice names no number, date, company or person that the {form.Noun} does not.
            {Prompt.DataRule(fence)}
            """;
        return new Prompt(
            system,
            $"Read this {Described(form)} and give the claims and the fields beside them. Of a list each point is a claim; lists in advice are lines of text.",
            $"{fence.Wrap(form.Noun, facts)}\n\n{fence.Wrap("answers", answers)}",
            $"That was the {form.Noun}. {closing}",
            issues);
    }

    private static IEnumerable<Inference> Allowed => Inference.All.Where(inference => inference.Ask.Length > 0);

    /// <summary>The fields that are claims; the others are advice, which stands beside them.</summary>
    public static IEnumerable<LeadField> OfClaims(IEnumerable<LeadField> fields) => fields.Where(field => field.Evidence != EvidenceRule.Advice);

    private static string Described(Form form) =>
        form.Noun == "booking" ? "booking of a product demo" : $"{form.Noun} that a lead filled in";

    private static string Inferences(IReadOnlyList<LeadField> fields)
    {
        var allowed = Allowed.Select(inference => (inference, Field: fields.FirstOrDefault(field => field.Name == inference.Field.Name)))
            .Where(one => one.Field is not null)
            .GroupBy(one => one.inference.Ask)
            .Select(group => $"{Wording.List(group.Select(one => one.Field!.Label))} from {group.Key}")
            .ToList();
        if (allowed.Count == 0)
        {
            return "";
        }

        var freeMail = fields.Any(field => Inference.For(field) is { IsFromMailDomain: true })
            ? " A free-mail provider's domain tells nothing about the company."
            : "";
        return $"""
            - Only these inferences are allowed: {string.Join("; ", allowed)}.
              Give the inferred value alone, without a remark about where it comes from.{freeMail}

            """;
    }

    private static string Closing(IReadOnlyList<LeadField> fields)
    {
        List<string> parts = ["as claims what is stated"];
        if (fields.Any(field => Inference.For(field) is { Ask.Length: > 0 }))
        {
            parts.Add("the allowed inferences");
        }

        var advice = Wording.List(fields.Where(field => field.Evidence == EvidenceRule.Advice).Select(field => field.Label));
        if (advice.Length > 0)
        {
            parts.Add($"for the sales rep what follows from it: {advice}");
        }

        return $"Based on it, give {string.Join(", ", parts)}. What is not stated is left out or null.";
    }

    private static IEnumerable<string> Facts(Form form)
    {
        var domain = MailDomains.Of(form.Email);
        return
        [
            .. Line("name", form.Name.Length > 0 ? form.Name : $"{form.FirstName} {form.LastName}"),
            .. Line("mail domain", domain.Length == 0 ? "" : $"{domain} ({(MailDomains.IsFreeMail(domain) ? "free mail" : "own domain")})"),
            .. Line("time zone", form.TimeZone),
            .. Line(form.DemoAt is null ? "title" : "event", form.Title),
            .. Line("demo starts", form.DemoAtUtc),
            .. Line(form.Noun == "booking" ? "booked at" : "submitted at", TimeText.Day(form.At.ToUniversalTime())),
            .. Line("guests' mail domains", string.Join(", ", form.Guests.Select(MailDomains.Of).Where(d => d.Length > 0).Distinct())),
            .. form.Tracking.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => Line(TextCleaner.Line(t.Key, 100), t.Value)),
        ];

        static IEnumerable<string> Line(string name, string value) =>
            TextCleaner.Line(value, 500) is { Length: > 0 } text ? [$"{name}: {text}"] : [];
    }

    // Each line of an answer carries a bar: an answer that holds "Q2:" can't pass for the next question.
    private static string Answers(Form form, PromptBudget budget)
    {
        return form.Answers.Count == 0 ? $"(the {form.Noun} has no answers)" : budget.Lines("answers", form.Answers.Select(Answer));

        string Answer(FormAnswer answer, int index)
        {
            var question = TextCleaner.Line(answer.Question, TextCleaner.LongestLine);
            var text = budget.Text($"answers: answer {index + 1}", TextCleaner.Block(answer.Answer), MaxAnswerCharacters);
            return $"Q{index + 1}: {question}\n| {text.Replace("\n", "\n| ", StringComparison.Ordinal)}";
        }
    }
}
