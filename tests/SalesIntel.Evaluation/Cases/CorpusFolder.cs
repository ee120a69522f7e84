using System.Text.Json;
using SalesIntel.Evaluation.Generating.Bookings;
using SalesIntel.Evaluation.Generating.Meetings;

namespace SalesIntel.Evaluation.Cases;

/// <summary>Corpora in files: each <c>*.json</c> of a folder is a document or a list of documents, see docs/evaluation.md.</summary>
internal static class CorpusFolder
{
    private static readonly DateTimeOffset BookedAt = new(2026, 1, 12, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Reads the documents of a folder, by file name.</summary>
    /// <exception cref="InvalidDataException">A file has another form; the message names it and what is wrong.</exception>
    public static IReadOnlyList<EvaluationCase> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"The corpus '{folder}' is no folder.");
        }

        string[] files = [.. Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files.Length == 0
            ? throw new InvalidDataException($"The corpus '{folder}' has no *.json file.")
            : [.. files.SelectMany(file => ReadBytes(File.ReadAllBytes(file), Path.GetRelativePath(folder, file), folder))];
    }

    /// <summary>Reads the documents of one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="folder">The folder in which bodies are that stand in files of their own.</param>
    /// <exception cref="InvalidDataException">The file has another form.</exception>
    public static IReadOnlyList<EvaluationCase> ReadBytes(byte[] file, string name, string folder)
    {
        try
        {
            var isList = file.AsSpan().TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'[', ..];
            List<CorpusCase> cases = isList
                ? JsonSerializer.Deserialize(file, EvaluationJsonContext.Default.ListCorpusCase) ?? []
                : [JsonSerializer.Deserialize(file, EvaluationJsonContext.Default.CorpusCase)!];
            return [.. cases.Select((one, i) => Of(one, one.Id.Length > 0 ? one.Id : $"{name}#{i + 1}", folder))];
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"'{name}' is no corpus: {wrong.Message}", wrong);
        }
    }

    /// <summary>Writes documents to a folder, one file each.</summary>
    public static void Write(string folder, IEnumerable<EvaluationCase> cases)
    {
        Directory.CreateDirectory(folder);
        foreach (var one in cases)
        {
            using var body = JsonDocument.Parse(one.Body);
            using var completion = one.Completion is null ? null : JsonDocument.Parse(one.Completion);
            var written = new CorpusCase
            {
                Id = one.Id,
                Class = one.Class,
                Language = one.Language,
                Sellers = one.SellerDomains,
                Source = one.Source,
                Body = body.RootElement,
                Truth = one.Truth.ToDictionary(truth => truth.Key, truth => TruthOf(truth.Value)),
                Completion = completion?.RootElement,
            };
            File.WriteAllText(
                Path.Combine(folder, $"{one.Id}.json"), JsonSerializer.Serialize(written, EvaluationJsonContext.Default.CorpusCase) + "\n");
        }
    }

    private static EvaluationCase Of(CorpusCase one, string id, string folder)
    {
        var (source, body) = one switch
        {
            { Meeting: { } meeting } => ("readai", ReadAiBody.Of(
                id,
                meeting.Title,
                meeting.Start,
                [.. meeting.People.Select(person => new CastMember(person.Name, person.Email))],
                [.. meeting.Turns.Select(turn => new SpokenTurn(turn.Speaker, turn.Text))])),
            { Booking: { } booking } => ("calendly", CalendlyBody.Of(id, booking, BookedAt)),
            { Body: { } sent, Source.Length: > 0 } =>
                (one.Source, JsonSerializer.SerializeToUtf8Bytes(sent, EvaluationJsonContext.Default.JsonElement)),
            { BodyFile.Length: > 0, Source.Length: > 0 } => (one.Source, Body(Path.Combine(folder, one.BodyFile), id)),
            _ => throw new InvalidDataException(
                $"The document '{id}' has neither \"meeting\" nor \"booking\" nor \"source\" with \"body\" or \"body_file\"."),
        };
        return new EvaluationCase
        {
            Id = id,
            Class = one.Class,
            Language = one.Language,
            Source = source,
            Body = body,
            SellerDomains = one.Sellers,
            Truth = one.Truth.ToDictionary(truth => truth.Key, truth => ExpectedOf(truth.Value)),
            Completion = one.Completion?.GetRawText(),
        };
    }

    private static byte[] Body(string path, string id) => File.Exists(path)
        ? File.ReadAllBytes(path)
        : throw new InvalidDataException($"The body of the document '{id}' is not there: {path}.");

    private static Expected ExpectedOf(CorpusTruth truth) => new()
    {
        Status = truth.Status, Keys = truth.Keys, Wrong = truth.Wrong, Exact = truth.Exact, Quotes = truth.Quotes, Third = truth.Third,
        How = truth.How, IsOpen = truth.Open,
    };

    private static CorpusTruth TruthOf(Expected truth) => new()
    {
        Status = truth.Status, Keys = truth.Keys, Wrong = truth.Wrong, Exact = truth.Exact, Quotes = truth.Quotes, Third = truth.Third,
        How = truth.How, Open = truth.IsOpen,
    };
}
