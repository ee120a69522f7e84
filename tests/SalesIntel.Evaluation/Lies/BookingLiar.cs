using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Scoring;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Makes lies about a booking: invented values without evidence, with another answer as evidence and with an invented one, and
/// what
/// was answered with another number.</summary>
internal sealed class BookingLiar(Booking booking, Seeded random)
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "pt"];

    /// <summary>The invented values by field.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Inventions { get; } =
        DataFiles.Sections("lies/bookings.txt").ToDictionary(StringComparer.Ordinal);

    /// <summary>What is claimed in one go: at most one lie for each field.</summary>
    /// <param name="way">0 = without evidence, 1 = with another answer's words, 2 = with invented words.</param>
    public IReadOnlyList<Lie> Invented(int way)
    {
        List<Lie> lies = [];
        foreach (var (field, values) in Inventions)
        {
            var value = random.Pick(values);
            var answer = booking.Answers.Count == 0 ? null : random.Pick(booking.Answers);
            if (Says(value))
            {
                continue;
            }

            var claim = way switch
            {
                1 when answer is not null => new SaidClaim(field, answer.Answer, null, answer.Question, value),
                2 => new SaidClaim(field, value, null, answer?.Question ?? "Anything else?", value),
                _ => new SaidClaim(field, null, null, null, value),
            };
            lies.Add(new Lie(LieKind.InventedValue, claim, value));
        }

        return lies;
    }

    /// <summary>Answers with another number, under a field that takes any text.</summary>
    public IReadOnlyList<Lie> Changed()
    {
        List<Lie> lies = [];
        string[] fields =
            [LeadFields.TeamSize.Name, LeadFields.BudgetSignal.Name, LeadFields.PainPoints.Name, LeadFields.AdditionalNotes.Name];
        foreach (var answer in booking.Answers)
        {
            var changed = Distortion.OfNumber(answer.Answer, random)
                ?? Distortion.Negated(answer.Answer) ?? Distortion.Affirmed(answer.Answer);
            if (changed is { } lie && !Says(lie.Telltale) && lies.Count < fields.Length)
            {
                lies.Add(new Lie(
                    LieKind.ChangedAnswer,
                    new SaidClaim(fields[lies.Count], answer.Answer, null, answer.Question, lie.Claim),
                    lie.Telltale));
            }
        }

        return lies;
    }

    /// <summary>Answers with one thing turned: another unit, more for less, a plan as a fact.</summary>
    public IReadOnlyList<Lie> Twisted(LieKind kind)
    {
        string[] fields = [LeadFields.PainPoints.Name, LeadFields.BudgetSignal.Name, LeadFields.NeedSignal.Name, LeadFields.AdditionalNotes.Name];
        return
        [
            .. booking.Answers.SelectMany(answer => Languages.SelectMany(language => Twist.Of(kind, answer.Answer, language)).Take(1)
                    .Select(lie => (answer, lie)))
                .Where(one => !Says(one.lie)).Zip(fields, (one, field) => new Lie(
                    kind, new SaidClaim(field, one.answer.Answer, null, one.answer.Question, one.lie), one.lie)),
        ];
    }

    /// <summary>What the last answer dictates.</summary>
    public IReadOnlyList<Lie> Obeyed()
    {
        var dictated = booking.Answers[^1];
        return
        [
            .. Inventions.SelectMany(field => field.Value.Where(value => KeyText.Holds(dictated.Answer, value)).Take(1)
                .Select(value => new Lie(
                    LieKind.ObeyedInstruction, new SaidClaim(field.Key, dictated.Answer, null, dictated.Question, value), value))),
        ];
    }

    private bool Says(string value) => booking.Answers.Any(answer => KeyText.Holds(answer.Answer, value));
}
