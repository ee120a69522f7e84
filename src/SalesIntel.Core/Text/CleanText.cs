using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace SalesIntel.Text;

/// <summary>Brings received text into a form that can be stored, compared and shown.</summary>
internal static class CleanText
{
    /// <summary>Longest line kept, in UTF-16 units: names and titles beyond it are an attack or an accident.</summary>
    internal const int LongestLine = 1_000;

    /// <summary>Longest e-mail address, RFC 5321 section 4.5.3.1.3 (less the angle brackets).</summary>
    private const int LongestEmail = 254;

    // What a block does not keep as it is. Nearly no text has any of it.
    private static readonly SearchValues<char> NotInBlocks =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t'))]);

    /// <summary>One line: white space and control characters become single spaces, none at the ends; cut at
    /// <see cref="LongestLine"/>.</summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestLine));
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = line.Length > 0;
                continue;
            }

            if (line.Length + (gap ? 2 : 1) > LongestLine)
            {
                break;
            }

            if (gap)
            {
                line.Append(' ');
                gap = false;
            }

            line.Append(c);
        }

        if (line.Length > 0 && char.IsHighSurrogate(line[^1]))
        {
            line.Length--;
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Several lines: line ends become <c>\n</c>, other control characters but the tab go, and so does white space at
    /// the ends. Not cut.</summary>
    internal static string Block(string text)
    {
        if (!text.AsSpan().ContainsAny(NotInBlocks))
        {
            return text.Trim();
        }

        var block = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    block.Append('\n');
                }
            }
            else if (c is '\n' or '\t' || !char.IsControl(c))
            {
                block.Append(c);
            }
        }

        return block.ToString().Trim();
    }

    /// <summary>An address in lower case, or null when there is none (also the texts <c>None</c> and <c>null</c>) or it can't be
    /// one.</summary>
    internal static string? Email(string text)
    {
        var address = text.Trim().ToLowerInvariant();
        var at = address.IndexOf('@');
        return at > 0 && at < address.Length - 1 && address.LastIndexOf('@') == at
            && address.Length <= LongestEmail
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "()<>[]:;\\,\"".Contains(c))
                ? address
                : null;
    }

    /// <summary>An id that is safe in keys and URLs: the text itself if it is one, else its hash; empty stays empty.</summary>
    internal static string Id(string text)
    {
        var id = text.Trim();
        return id.Length <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? id
            : Hash(Encoding.UTF8.GetBytes(id), 32);
    }

    /// <summary>The last path segment of a URI as a safe id, the same for every host; empty when there is none.</summary>
    internal static string IdOfUri(string uri)
    {
        var path = uri.AsSpan().Trim();
        var end = path.IndexOfAny('?', '#');
        path = (end < 0 ? path : path[..end]).TrimEnd('/');
        return Id(path[(path.LastIndexOf('/') + 1)..].ToString());
    }

    /// <summary>A revision: the text itself if short and plain, else its hash; null when empty.</summary>
    internal static string? Revision(string text)
    {
        var revision = text.Trim();
        return revision.Length == 0 ? null
            : revision.Length <= 80 && revision.All(c => char.IsAsciiLetterOrDigit(c) || ":.+_-".Contains(c)) ? revision
            : Hash(Encoding.UTF8.GetBytes(revision), 16);
    }

    /// <summary>True for a name of an event that may be shown and made part of a key.</summary>
    internal static bool IsEventName(string name) =>
        name.Length is > 0 and <= 60
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.');

    /// <summary>The first hexadecimal digits of a SHA-256.</summary>
    internal static string Hash(ReadOnlySpan<byte> bytes, int digits) =>
        Convert.ToHexStringLower(SHA256.HashData(bytes))[..digits];
}
