namespace SalesIntel.Leads;

/// <summary>Recognises the form of a transcript and reads it.</summary>
internal static class TranscriptParser
{
    /// <summary>Reads a text of any form.</summary>
    internal static TranscriptDraft Read(string text, KnownSpeakers known)
    {
        var draft = new TranscriptDraft();
        ReadText(text, draft, []);
        return Finish(draft, known);
    }

    /// <summary>Reads a JSON value: a text of any form, a list or an object.</summary>
    internal static TranscriptDraft Read(JsonElement value, KnownSpeakers known, IReadOnlyList<JsonElement> people)
    {
        var draft = new TranscriptDraft();
        if (value.ValueKind == JsonValueKind.String)
        {
            ReadText(value.GetString()!, draft, people);
        }
        else if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            TranscriptJsonReader.Read(value, draft, people);
        }
        else if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
        {
            draft.Report("The transcript is neither a text nor a list nor an object; it is not read.");
        }

        return Finish(draft, known);
    }

    /// <summary>Adds what a text holds: a table, labelled lines and captions as such, everything else as one part.</summary>
    internal static void ReadWords(string text, TranscriptDraft draft)
    {
        var lines = LineBreaks.FromMarks(TextCleaner.Block(MarkupText.Plain(Base64Json.TextOf(text), betweenCells: '\t')));
        if (TableReader.TryRead(lines, draft) || LabelledReader.TryRead(lines, draft))
        {
            return;
        }

        if (CaptionReader.Recognizes(lines))
        {
            CaptionReader.Read(lines, draft);
        }
        else
        {
            draft.Add(SpeakerName.None, lines, default);
        }
    }

    private static void ReadText(string text, TranscriptDraft draft, IReadOnlyList<JsonElement> people)
    {
        if (JsonText.TryParse(text, out var value))
        {
            var inner = value.Unpacked();
            if (inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                TranscriptJsonReader.Read(inner, draft, people);
                return;
            }

            // A text that was kept as JSON has its line ends escaped; a sentence in quotation marks has none.
            text = text.Contains('\\', StringComparison.Ordinal) ? value.GetString()! : text;
        }
        else if (JsonText.TryParseMany(text, out var values))
        {
            TranscriptJsonReader.Read(values, draft, people);
            return;
        }
        else if (JsonText.BeginsAsJson(text))
        {
            draft.Report("The transcript begins as JSON but is damaged or cut off; it is read as plain text.");
        }

        ReadWords(text, draft);
    }

    private static TranscriptDraft Finish(TranscriptDraft draft, KnownSpeakers known)
    {
        if (!draft.HasSpeakers && draft.Parts.Count > 0)
        {
            SpeakerSplitter.Split(draft, known);
        }

        return draft;
    }
}
