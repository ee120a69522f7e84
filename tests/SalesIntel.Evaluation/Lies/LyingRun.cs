using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Has a lying model answer, and counts which lies would be written to a CRM.</summary>
/// <param name="seed">The same seed tells the same lies.</param>
/// <param name="catalog">The fields that are asked for.</param>
/// <param name="verifier">In how many of a hundred verdicts a second look at the claims is right; null for none.</param>
internal sealed class LyingRun(int seed, FieldCatalog catalog, int? verifier = null)
{
    // Those of MEDDIC that a second look is about.
    private static readonly string[] Verified = ["economic_buyer", "metrics", "competition", "decision_process"];

    private readonly List<Told> told = [];
    private readonly List<ExtractionResult> results = [];

    /// <summary>Tells lies about each document.</summary>
    public async Task TellAsync(IEnumerable<EvaluationCase> cases, CancellationToken cancellationToken)
    {
        foreach (var one in cases)
        {
            var document = Documents.Of(one);
            var random = Seeded.For(seed, "lies", one.Id);
            if (document is MeetingDocument meeting)
            {
                await TellAsync(one, meeting, random, cancellationToken);
            }
            else if (document is BookingDocument { Booking: var booking })
            {
                var liar = new BookingLiar(booking, random);
                for (var way = 0; way < 3; way++)
                {
                    await TellAsync(one, document, liar.Invented(way), cancellationToken);
                }

                await TellAsync(one, document, liar.Changed(), cancellationToken);
                foreach (var kind in (LieKind[])[LieKind.ChangedUnit, LieKind.NarrowedRange, LieKind.QuestionAsStatement, LieKind.DroppedCondition,
                    LieKind.PlanAsFact, LieKind.OtherTense, LieKind.TurnedDirection, LieKind.RaisedQuantifier])
                {
                    await TellAsync(one, document, liar.Twisted(kind), cancellationToken);
                }

                var dictated = booking with { Answers = [.. booking.Answers, Dictation.Answer(random)] };
                await TellAsync(one, new BookingDocument(dictated), new BookingLiar(dictated, random).Obeyed(), cancellationToken);
            }
        }
    }

    /// <summary>Adds what reached the CRM.</summary>
    public void Add(Metrics metrics)
    {
        var lies = told.Where(one => one.Lie.Kind != LieKind.WrongElement).ToArray();
        foreach (var kind in told.GroupBy(one => one.Lie.Kind).OrderBy(group => group.Key))
        {
            metrics.Add($"lying.{Name(kind.Key)}.count", kind.Count());
            metrics.Share($"lying.{Name(kind.Key)}.reached", [.. kind], one => one.HasReached);
        }

        metrics.Add("lying.all.count", lies.Length);
        metrics.Share("lying.all.reached", lies, one => one.HasReached);
        metrics.Add("lying.all.reached_total", lies.Count(one => one.HasReached));
        metrics.Share(
            "lying.misplaced.reached",
            [.. told.Where(one => one.Lie.Kind is LieKind.WrongElement or LieKind.Unsupported)],
            one => one.Value.IsWritable && (one.Lie.Kind == LieKind.WrongElement || !one.HasReached));
        Told[] looked = [.. told.Where(one => Verified.Contains(one.Lie.Claim.Name))];
        metrics.Add("lying.verified_elements.count", looked.Length);
        metrics.Share("lying.verified_elements.written", looked, one => one.Value.IsWritable);
        VerificationScore.Add(metrics, results);
    }

    /// <summary>The lies that reached the CRM, a line each.</summary>
    public IEnumerable<string> Reached => told.Where(one => one.HasReached)
        .Select(one => $"{one.Id} {Name(one.Lie.Kind)} {one.Lie.Claim.Name}: \"{one.Lie.Claim.Quote}\" -> \"{one.Lie.Claim.Text}\" "
            + $"was written as \"{one.Value.Text}\"");

    private static string Name(LieKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => $"{(i > 0 && char.IsUpper(c) ? "_" : "")}{char.ToLowerInvariant(c)}"));

    private async Task TellAsync(EvaluationCase one, MeetingDocument document, Seeded random, CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<LieKind>())
        {
            var meeting = kind switch
            {
                LieKind.NoTranscript => document.Meeting with { Transcript = [], Summary = "The team met and talked about next year." },
                LieKind.ObeyedInstruction => Dictation.Into(document.Meeting, one, random),
                _ => document.Meeting,
            };
            var liar = new MeetingLiar(one, kind == LieKind.NoTranscript ? document.Meeting : meeting, random);
            await TellAsync(one, document with { Meeting = meeting }, liar.Of(kind), cancellationToken);
        }
    }

    private async Task TellAsync(EvaluationCase one, LeadDocument document, IReadOnlyList<Lie> lies, CancellationToken cancellationToken)
    {
        if (lies.Count == 0)
        {
            return;
        }

        using var model = new ScriptedModel(
            [.. lies.Select(lie => lie.Claim)],
            lies.GroupBy(lie => lie.Claim.Name, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First().Claim.Text));
        var extractor = ExtractorFactory.Verified(
            model, areTrue: false, verifier, Seeded.For(seed, "verifier", one.Id, Name(lies[0].Kind)),
            new TeamOptions { InternalDomains = one.SellerDomains });
        var result = await extractor.ExtractAsync(document, catalog, cancellationToken);
        results.Add(result);
        told.AddRange(lies.Select(lie => new Told(one.Id, lie, result.Values[FieldOf(lie.Claim.Name)])));
    }

    private string FieldOf(string name) =>
        catalog.Framework.Elements.FirstOrDefault(element => element.Name == name) is { } element
            ? catalog.Framework.FieldOf(element).Name
            : name;

    private sealed record Told(string Id, Lie Lie, FieldValue Value)
    {
        public bool HasReached => Value.IsWritable && (Lie.Telltale.Length == 0 || KeyText.Holds(Value.Text, Lie.Telltale));
    }
}
