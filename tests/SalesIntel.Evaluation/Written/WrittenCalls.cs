using System.Text;
using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Meetings;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Written;

/// <summary>Sales calls that authors wrote whole, sentence by sentence, and in which they marked what a value has to hold. Their form stands
/// in docs/evaluation.md.</summary>
internal static class WrittenCalls
{
    private const string Root = "calls/";
    private const string Body = "---";
    private static readonly DateTimeOffset FirstStart = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    /// <summary>The authors of whose calls rules learn.</summary>
    public static IReadOnlyList<string> Learned => [.. Authors.Except(OtherTalk).Except(Measured)];

    /// <summary>The authors of talk that sells nothing; whether anything is sold is learned from it.</summary>
    public static IReadOnlyList<string> OtherTalk { get; } = ["na"];

    /// <summary>The authors of whose calls nothing is learned.</summary>
    public static IReadOnlyList<string> Measured { get; } = ["bi", "dk", "dl", "e"];

    private static IEnumerable<string> Authors { get; } =
    [
        .. DataFiles.All.Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Select(name => name.Split('/')[1])
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The calls of an author.</summary>
    public static IReadOnlyList<WrittenCall> Of(string author) =>
    [
        .. DataFiles.All.Where(name => name.StartsWith($"{Root}{author}/", StringComparison.Ordinal))
            .Select(name => Read(name[Root.Length..^".txt".Length].Replace('/', '-'), Encoding.UTF8.GetString(DataFiles.Bytes(name)))),
    ];

    /// <summary>Reads a call.</summary>
    /// <param name="id">Identifies it.</param>
    /// <param name="text">The file.</param>
    /// <exception cref="InvalidDataException">It has another form.</exception>
    public static WrittenCall Read(string id, string text)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        var body = Array.IndexOf(lines, Body);
        if (body < 0)
        {
            throw new InvalidDataException($"The call '{id}' has no line {Body} between its head and what is said.");
        }

        var head = lines[..body].Select(line => Pair(id, line)).ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        CastMember[] people = [.. head["seller"].Concat(head["buyer"]).Select(person => Person(id, person))];
        List<SpokenTurn> turns = [];
        List<WrittenMark> marks = [];
        foreach (var (speaker, said) in lines[(body + 1)..].Select(line => Pair(id, line)))
        {
            turns.Add(new SpokenTurn(speaker, Plain(id, said, turns.Count, marks)));
        }

        if (turns.Find(turn => !people.Any(person => person.Name == turn.Speaker)) is { } stranger)
        {
            throw new InvalidDataException($"The call '{id}' has a turn of '{stranger.Speaker}', who does not take part.");
        }

        string[] open = [.. head["open"].SelectMany(names => names.Split(',')).Select(name => ElementNames.Long(name.Trim()))];
        var call = new EvaluationCase
        {
            Id = id,
            Class = Enum.Parse<CaseClass>(head["class"].Single(), ignoreCase: true),
            Source = "readai",
            Body = ReadAiBody.Of(id, head["title"].Single(), FirstStart, people, turns),
            SellerDomains = [.. people.Take(head["seller"].Count()).Where(person => person.Email is not null)
                .Select(person => person.Email![(person.Email!.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct()],
            Truth = ElementNames.All.ToDictionary(
                element => element,
                element => Truth([.. marks.Where(mark => mark.Element == element)], turns.Count, open.Contains(element))),
        };
        return new WrittenCall(call, marks);
    }

    private static Expected Truth(WrittenMark[] marks, int turns, bool isOpen)
    {
        WrittenMark[] stated = [.. marks.Where(mark => mark.Meaning == MarkMeaning.Stated)];
        var isCorrected = marks.Any(mark => mark.Meaning == MarkMeaning.Corrected);
        return new Expected
        {
            Status = stated.Length > 0 ? FieldStatus.Found : marks.Length > 0 ? FieldStatus.Ambiguous : FieldStatus.Absent,
            Keys = [.. stated.Select(mark => mark.Text).Distinct()],
            Wrong = [.. marks.Where(mark => mark.Meaning == MarkMeaning.Corrected).Select(mark => mark.Text).Distinct()],
            Third = stated.Length == 0 ? 0 : 1 + (stated.Max(mark => mark.Turn) * 3 / turns),
            How = isCorrected ? "corrected" : stated.Length > 0 ? "clear"
                : marks.Any(mark => mark.Meaning == MarkMeaning.Contradicted) ? "contradictory"
                : marks.Length > 0 ? "hedged" : "silent",
            IsOpen = isOpen,
        };
    }

    // "[m,pain: three hours]" states, "[m! three]" is corrected, "[m? three]" hedged, "[m~ three]" contradicted.
    private static string Plain(string id, string said, int turn, List<WrittenMark> marks)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] != '[')
            {
                plain.Append(said[i]);
                continue;
            }

            var end = said.IndexOf(']', i);
            if (end < 0)
            {
                throw new InvalidDataException($"The call '{id}' has a mark without end: {said[i..]}");
            }

            var meant = said.AsSpan(i, end - i).IndexOfAny(":!?~");
            if (meant < 0)
            {
                // A recorder's own: "[laughs]".
                plain.Append(said[i]);
                continue;
            }

            var text = said[(i + meant + 1)..end].Trim();
            if (text.Length == 0 || text[0] == ':')
            {
                throw new InvalidDataException($"The call '{id}' has a mark with two signs, or around nothing: {said[i..(end + 1)]}");
            }

            foreach (var name in said[(i + 1)..(i + meant)].Split(','))
            {
                marks.Add(new WrittenMark(turn, plain.Length, text, ElementNames.Long(name.Trim()), MeaningOf(said[i + meant])));
            }

            plain.Append(text);
            i = end;
        }

        return plain.ToString();
    }

    private static MarkMeaning MeaningOf(char sign) => sign switch
    {
        '!' => MarkMeaning.Corrected,
        '?' => MarkMeaning.Hedged,
        '~' => MarkMeaning.Contradicted,
        _ => MarkMeaning.Stated,
    };

    private static CastMember Person(string id, string person)
    {
        var at = person.IndexOf('<', StringComparison.Ordinal);
        return at < 0 ? new CastMember(person, null)
            : person.EndsWith('>') ? new CastMember(person[..at].Trim(), person[(at + 1)..^1])
            : throw new InvalidDataException($"The call '{id}' has a person without end: {person}");
    }

    private static (string Name, string Value) Pair(string id, string line)
    {
        var at = line.IndexOf(": ", StringComparison.Ordinal);
        return at > 0 ? (line[..at], line[(at + 2)..]) : throw new InvalidDataException($"The call '{id}' has no 'name: value' in: {line}");
    }
}
