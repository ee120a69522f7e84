using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Reads a completion field by field. Each field stands alone: a bad one is left out with an issue and spoils no other.
/// Types are bent only where nothing can be lost or guessed.</summary>
/// <param name="members">The completion's members; empty when there is no completion.</param>
/// <param name="texts">Brings each text into its field's form.</param>
internal sealed class CompletionFields(IReadOnlyDictionary<string, JsonElement> members, FieldText texts)
{
    private const int MostClaims = 300;

    private readonly Dictionary<string, string> failed = new(StringComparer.Ordinal);

    /// <summary>Brings texts into their fields' form and collects issues.</summary>
    public FieldText Texts => texts;

    /// <summary>Members that are absent or could not be read, with the reason; a null is an answer and not a failure.</summary>
    public IReadOnlyDictionary<string, string> Failed => failed;

    /// <summary>A field's text; empty when there is none. Lines are a list where the schema says so.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">Its key in the completion.</param>
    public string Text(LeadField field, string key)
    {
        if (!CompletionSchema.IsList(field))
        {
            return texts.Of(field, Raw(key), key);
        }

        return !Find(key, out var member) ? "" : member.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.Array => texts.OfItems(field, Items(key, member), key),
            JsonValueKind.String => texts.OfItems(field, member.GetString()!.Split('\n').Select(TextCleaner.Item), key),
            JsonValueKind.Object when TextsIn(member).ToArray() is { Length: > 0 } parts => texts.OfItems(field, parts, key),
            _ => Fail(key, $"is {Kind(member)} where a list of texts is asked for"),
        };
    }

    /// <summary>The claims, in the order of the completion. A field that stands beside the list, or in a completion that has none, is a claim
    /// too.</summary>
    /// <param name="names">The names of the elements or fields that are asked for; a claim about another one is left out with an issue.</param>
    public IReadOnlyList<CompletionClaim> Claims(IReadOnlyCollection<string> names)
    {
        var hasList = members.TryGetValue(CompletionKeys.Claims, out var list);
        if (!hasList && names.Count > 0 && !names.Any(members.ContainsKey))
        {
            failed[CompletionKeys.Claims] = "is missing";
        }
        else if (hasList && list.ValueKind is not (JsonValueKind.Null or JsonValueKind.Array or JsonValueKind.Object))
        {
            Fail(CompletionKeys.Claims, $"is {Kind(list)} where a list of claims is asked for");
        }

        var claims = list.ValueKind switch
        {
            JsonValueKind.Array => ListedClaims(list.EnumerateArray(), names),
            JsonValueKind.Object => ListedClaims([list], names),
            _ => [],
        };
        var listed = claims.Select(claim => claim.Element).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. claims,
            .. names.Where(name => members.ContainsKey(name) && !listed.Contains(name)).Select(FlatClaim).Where(claim => claim.Text.Length > 0),
        ];
    }

    private CompletionClaim FlatClaim(string name) => new(
        name,
        "",
        members.ContainsKey(CompletionKeys.Quote(name)) ? texts.Quote(Raw(CompletionKeys.Quote(name)), name) : "",
        members.TryGetValue(CompletionKeys.Turn(name), out var turn) ? Turn(turn) : null,
        Raw(name));

    private List<CompletionClaim> ListedClaims(IEnumerable<JsonElement> items, IReadOnlyCollection<string> names)
    {
        var (claims, dropped, over) = (new List<CompletionClaim>(), 0, 0);
        var elements = new CompletionNames(names);
        foreach (var item in items)
        {
            if (item.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (item.ValueKind != JsonValueKind.Object || elements.Of(Part(item, CompletionKeys.Element)) is not { } name)
            {
                dropped++;
            }
            else if (claims.Count == MostClaims)
            {
                over++;
            }
            else if (texts.Quote(Part(item, CompletionKeys.ClaimQuote), name) is var quote && Part(item, CompletionKeys.ClaimText) is var text
                && (quote.Length > 0 || text.Length > 0))
            {
                claims.Add(new CompletionClaim(
                    name,
                    Part(item, CompletionKeys.Question),
                    quote,
                    item.TryGetProperty(CompletionKeys.ClaimTurn, out var turn) ? Turn(turn) : null,
                    text));
            }
        }

        Left(dropped, "that name nothing that was asked for dropped");
        Left(over, "over the limit dropped");
        return claims;

        void Left(int count, string why)
        {
            if (count > 0)
            {
                texts.Report(CompletionKeys.Claims, $"{count} {why}");
            }
        }
    }

    private string Part(JsonElement claim, string key) => !claim.TryGetProperty(key, out var part) ? "" : part.ValueKind switch
    {
        JsonValueKind.String => part.GetString()!,
        JsonValueKind.Number => part.GetRawText(),
        JsonValueKind.Array => string.Join('\n', Items(key, part)),
        JsonValueKind.Object => string.Join(", ", TextsIn(part)),
        _ => "",
    };

    // A turn's number; null when it is none.
    private static int? Turn(JsonElement member)
    {
        var digits = member.ValueKind switch
        {
            JsonValueKind.Number => member.GetRawText(),
            JsonValueKind.String => string.Concat(member.GetString()!.Where(char.IsAsciiDigit)),
            _ => "",
        };
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var turn) && turn > 0 ? turn : null;
    }

    private static string Kind(JsonElement member) => member.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "text",
        _ => "another type",
    };

    private bool Find(string key, out JsonElement member)
    {
        if (members.TryGetValue(key, out member))
        {
            return true;
        }

        failed[key] = "is missing";
        return false;
    }

    private string Fail(string key, string reason)
    {
        failed[key] = reason;
        texts.Report(key, reason);
        return "";
    }

    private string Raw(string key) => !Find(key, out var member) ? "" : member.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => member.GetString()!,
        JsonValueKind.Number => member.GetRawText(),
        JsonValueKind.Array => string.Join('\n', Items(key, member)),
        JsonValueKind.Object when TextsIn(member).ToArray() is { Length: > 0 } parts => string.Join('\n', parts),
        _ => Fail(key, $"is {Kind(member)} where text is asked for"),
    };

    // {"who": "...", "why": "..."}
    private static IEnumerable<string> TextsIn(JsonElement member) => member.EnumerateObject()
        .Where(part => part.Value.ValueKind == JsonValueKind.String).Select(part => part.Value.GetString()!).Where(text => text.Length > 0);

    private List<string> Items(string key, JsonElement array)
    {
        var dropped = 0;
        var items = new List<string>();
        foreach (var item in array.EnumerateArray())
        {
            switch (item.ValueKind)
            {
                case JsonValueKind.String:
                    items.Add(item.GetString()!);
                    break;
                case JsonValueKind.Number:
                    items.Add(item.GetRawText());
                    break;
                case JsonValueKind.Null:
                    break;
                case JsonValueKind.Object when TextsIn(item).ToArray() is { Length: > 0 } texts:
                    items.Add(string.Join(", ", texts));
                    break;
                default:
                    dropped++;
                    break;
            }
        }

        if (dropped > 0)
        {
            texts.Report(key, $"{Counted.Of(dropped, "item that is", "items that are")} no text dropped");
        }

        return items;
    }
}
