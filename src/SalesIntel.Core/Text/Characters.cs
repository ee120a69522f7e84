namespace SalesIntel.Text;

/// <summary>What single characters are, as far as cleaning and comparing have to know it.</summary>
internal static class Characters
{
    private const int NonJoiner = 0x200C;
    private const int Joiner = 0x200D;

    /// <summary>The two joiners: invisible, and yet part of the spelling in some scripts and in composed emoji.</summary>
    public static readonly char[] Joiners = [(char)NonJoiner, (char)Joiner];

    public static bool IsJoiner(Rune rune) => rune.Value is NonJoiner or Joiner;

    /// <summary>Selects a form of the character before it, as colour for an emoji or a variant of an ideograph.</summary>
    public static bool IsVariationSelector(Rune rune) =>
        rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180D) or 0x180F or (>= 0xE0100 and <= 0xE01EF);

    public static bool IsLineEnd(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    /// <summary>White space, and the blank of Braille patterns, which looks like nothing else.</summary>
    public static bool IsWhiteSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0x2800;

    /// <summary>False for what shows nothing by itself: control and format characters, fillers, tags, joiners, selectors.</summary>
    public static bool IsVisible(Rune rune)
    {
        if (IsVariationSelector(rune) || IsFiller(rune))
        {
            return false;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => false,

            // The signs that Arabic, Syriac and Kaithi put under a number are format characters by name alone.
            UnicodeCategory.Format => rune.Value is (>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x890 or 0x891 or 0x8E2 or 0x110BD
                or 0x110CD,
            UnicodeCategory.OtherNotAssigned => !IsReserved(rune),
            _ => true,
        };
    }

    /// <summary>True when a joiner means something between these two: in scripts whose letters join or stack, at the end of a half
    /// letter, and (the joiner alone) between the parts of an emoji.</summary>
    public static bool Joins(Rune joiner, Rune previous, Rune next)
    {
        if (IsPictograph(previous) || IsEmojiPart(previous))
        {
            return joiner.Value == Joiner && IsPictograph(next);
        }

        return IsJoinable(previous) && (IsJoinable(next) || (joiner.Value == Joiner && IsVirama(previous)));
    }

    /// <summary>An emoji or another picture, no letter of any script.</summary>
    public static bool IsPictograph(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.OtherSymbol => true,

        // Arrows that have emoji forms; pictures of a later Unicode than this one.
        UnicodeCategory.MathSymbol => rune.Value is 0x2194 or 0x2195,
        UnicodeCategory.OtherNotAssigned => rune.Value is >= 0x1F000 and <= 0x1FFFD,
        _ => false,
    };

    /// <summary>What follows a pictograph and belongs to it: its colour, its skin, its keycap.</summary>
    public static bool IsEmojiPart(Rune rune) => rune.Value is 0xFE0F or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF);

    /// <summary>False for what CRMs refuse in texts: pictures and what belongs to them, and all that is outside of Unicode's first plane.</summary>
    public static bool IsPlain(Rune rune) => rune.IsBmp && !IsPictograph(rune) && !IsEmojiPart(rune) && !IsJoiner(rune);

    private static bool IsJoinable(Rune rune) =>
        rune.Value is (>= 0x600 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or (>= 0xA840 and <= 0xA8FF) or (>= 0xFB50 and <= 0xFEFC)
        && IsVisible(rune)
        && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsVirama(Rune rune) => rune.Value is 0x94D or 0x9CD or 0xA4D or 0xACD or 0xB4D or 0xBCD or 0xC4D or 0xCCD or 0xD4D
        or 0xDCA or 0x1039 or 0x103A or 0x17D2;

    // Letters and marks that are drawn as nothing: a name of two Hangul fillers looks empty.
    private static bool IsFiller(Rune rune) =>
        rune.Value is 0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x3164 or 0xFFA0;

    // Code points that are no characters or are reserved for invisible ones. Others may be letters of a later Unicode.
    private static bool IsReserved(Rune rune) =>
        rune.Value is 0x2065 or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
