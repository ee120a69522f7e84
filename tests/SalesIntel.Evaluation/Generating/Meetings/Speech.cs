using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>Makes turns of phrases: worded, disturbed, and now and then interrupted or cut in two, as people speak.</summary>
internal sealed class Speech(Cast cast, Slots slots, Noise noise, Talk talk, Seeded random)
{
    /// <summary>Speaks one part of a phrase.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="keys">Gets the words that matter.</param>
    /// <param name="isSale">False where people say nothing that belongs to a sale, and so are not introduced by it.</param>
    public IEnumerable<SpokenTurn> Of(IReadOnlyList<PhraseTurn> turns, ICollection<Key> keys, bool isSale)
    {
        var swapped = random.Chance(35);
        foreach (var turn in turns)
        {
            var speaker = cast[RoleOf(turn.Speaker, swapped)];
            var pieces = Marked.Pieces(Wording.Of(turn.Text, slots, random), keys);
            var text = noise.Of(pieces);
            if (isSale && turn.Speaker is 'B' or 'C' && random.Chance(30))
            {
                text = $"{noise.Of([(Wording.Of(LeadIn(), slots, random), false)])} {text}";
            }

            foreach (var spoken in Cut(speaker, text))
            {
                yield return spoken;
            }
        }
    }

    private string LeadIn() => talk.Next("lead-in").Parts[0][0].Text;

    // Two buyers take each other's lines in some calls; the sellers' roles are fixed, because a colleague may be missing.
    private char RoleOf(char speaker, bool swapped) => speaker switch
    {
        'X' => random.Pick("STBC".ToCharArray()),
        'B' => swapped ? 'C' : 'B',
        'C' => swapped ? 'B' : 'C',
        _ => speaker,
    };

    private IEnumerable<SpokenTurn> Cut(CastMember speaker, string text)
    {
        var end = text.IndexOf(". ", text.Length / 4, StringComparison.Ordinal);
        if (text.Length < 120 || end < 0 || !random.Chance(25))
        {
            yield return new SpokenTurn(speaker.Name, text);
            yield break;
        }

        yield return new SpokenTurn(speaker.Name, text[..(end + 1)]);
        if (random.Chance(50))
        {
            var other = cast.Members.First(member => member != speaker);
            yield return new SpokenTurn(other.Name, noise.Of([(talk.Next("backchannel").Parts[0][0].Text, false)]));
        }

        yield return new SpokenTurn(speaker.Name, text[(end + 2)..]);
    }
}
