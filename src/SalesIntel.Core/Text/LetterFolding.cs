namespace SalesIntel.Text;

/// <summary>Makes letters comparable: lower case, without accents, ligatures and wide forms as plain letters.</summary>
/// <remarks>Unicode normalisation does nothing in an application with invariant globalization, so what matters of it is done here, on both
/// sides of a comparison.</remarks>
internal static class LetterFolding
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Characters of a text that is short.</summary>
    public const int ShortText = 256;

    // A plain letter, then what is taken for it. Breathings and iota subscripts of old Greek are left out.
    private const string Table =
        """
        aàáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ
        bḃḅḇƀ
        cçćĉċčḉ
        dďđḋḍḏḑḓð
        eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
        fḟ
        gĝğġģǧǵḡ
        hĥħȟḣḥḧḩḫẖ
        iìíîïĩīĭįıİǐȉȋḭḯỉị
        jĵǰ
        kķǩḱḳḵ
        lĺļľŀłḷḹḻḽ
        mḿṁṃ
        nñńņňǹṅṇṉṋ
        oòóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợǿ
        pṕṗ
        rŕŗřȑȓṙṛṝṟ
        sśŝşšșṡṣṥṧṩ
        tţťŧțṫṭṯṱẗ
        uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
        vṽṿ
        wŵẁẃẅẇẉẘ
        xẋẍ
        yýÿŷȳẏẙỳỵỷỹ
        zźżžẑẓẕ
        αάὰᾶ
        εέὲ
        ηήὴῆ
        ιίϊΐὶῖ
        οόὸ
        ρῥ
        σς
        υύϋΰὺῦ
        ωώὼῶ
        еёѐ
        иѝ
        """;

    private static readonly FrozenDictionary<char, char> Plain = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.Skip(1).Select(accented => KeyValuePair.Create(accented, line[0])))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<char, string> Ligatures = new Dictionary<char, string>
    {
        ['\uFB00'] = "ff", ['\uFB01'] = "fi", ['\uFB02'] = "fl", ['\uFB03'] = "ffi", ['\uFB04'] = "ffl",
        ['\uFB05'] = "st", ['\uFB06'] = "st",
        ['ß'] = "ss", ['æ'] = "ae", ['ǽ'] = "ae", ['œ'] = "oe", ['þ'] = "th", ['ĳ'] = "ij", ['ŉ'] = "n",
    }.ToFrozenDictionary();

    /// <summary>Appends a folded letter or digit; any other character as it is.</summary>
    public static void Append(StringBuilder folded, char c)
    {
        var plain = char.ToLowerInvariant(Narrow(c));
        if (char.IsAscii(plain))
        {
            folded.Append(plain);
        }
        else if (Ligatures.TryGetValue(plain, out var letters))
        {
            folded.Append(letters);
        }
        else
        {
            folded.Append(Plain.GetValueOrDefault(plain, plain));
        }
    }

    /// <summary>The text with wide forms as plain characters, and nothing else folded.</summary>
    public static string Narrow(string text) => text.AsSpan().IndexOfAnyInRange(FullWidthFirst, FullWidthLast) < 0
        ? text
        : string.Concat(text.Select(Narrow));

    /// <summary>The folded text; accents that stand as characters of their own go as well.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsAccent(c))
            {
                Append(folded, c);
            }
        }

        return folded.ToString();
    }

    /// <summary>The folded words with one space between them, without punctuation; an apostrophe separates nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepSlashes">True to keep a slash between words, without spaces around it.</param>
    public static string Phrase(string text, bool keepSlashes = false)
    {
        Span<char> letters = stackalloc char[ShortText];
        if (TryShortPhrase(text, keepSlashes, letters, out var phrase))
        {
            return phrase.ToString();
        }

        var words = new StringBuilder(text.Length);
        foreach (var c in Fold(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c))
            {
                words.Append(c);
            }
            else if (keepSlashes && c is '/' or '\\' && words.Length > 0)
            {
                words.Length -= words[^1] == ' ' ? 1 : 0;
                words.Append('/');
            }
            else if (words.Length > 0 && words[^1] is not (' ' or '/') && c is not ('\'' or '’' or 'ʼ' or '`'))
            {
                words.Append(' ');
            }
        }

        return words.ToString().Trim(' ', '/');
    }

    /// <summary>The same for what most texts are, without making another text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepSlashes">As for <see cref="Phrase"/>.</param>
    /// <param name="letters">Where the phrase is written, of <see cref="ShortText"/> characters.</param>
    /// <param name="phrase">The phrase.</param>
    /// <returns>False for a text that is long, or more than ASCII.</returns>
    public static bool TryShortPhrase(ReadOnlySpan<char> text, bool keepSlashes, Span<char> letters, out ReadOnlySpan<char> phrase)
    {
        phrase = default;
        if (text.Length > ShortText || !Ascii.IsValid(text))
        {
            return false;
        }

        var length = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
            else if (keepSlashes && c is '/' or '\\' && length > 0)
            {
                length -= letters[length - 1] == ' ' ? 1 : 0;
                letters[length++] = '/';
            }
            else if (length > 0 && letters[length - 1] is not (' ' or '/') && c is not ('\'' or '`'))
            {
                letters[length++] = ' ';
            }
        }

        phrase = letters[..length].Trim(" /");
        return true;
    }

    /// <summary>True for a mark that is no accent: without the vowel signs of Indic scripts, different names are the same.</summary>
    public static bool IsSpelling(char c) => IsMark(c) && !IsAccent(c);

    private static char Narrow(char c) => c is >= FullWidthFirst and <= FullWidthLast ? (char)(c - FullWidthOffset) : c;

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic. Vowels of Indic scripts are marks too, but spelling.
    private static bool IsAccent(char c) =>
        c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670'
            or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF')
            or (>= '\uFE20' and <= '\uFE2F')
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
