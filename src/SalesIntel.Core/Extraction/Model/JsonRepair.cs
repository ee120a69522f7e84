using System.Globalization;
using System.Text;

namespace SalesIntel.Extraction;

/// <summary>The smallest changes that make an object parseable: comments and trailing commas dropped, forgotten commas and colons put in,
/// NaN and its kin to null, raw line breaks in strings escaped, missing closers added. A value that is itself cut off is dropped
/// with its key: half a value would pass for a whole one.</summary>
internal sealed class JsonRepair
{
    private readonly string _text;
    private readonly int _maxDepth;
    private readonly StringBuilder _out;
    private readonly Stack<bool> _isObject = new();
    private int _at;
    private bool _afterValue;
    private bool _expectValue;
    private int _safeLength;
    private int _safeDepth;

    private JsonRepair(string text, int start, int maxDepth)
    {
        _text = text;
        _at = start;
        _maxDepth = maxDepth;
        _out = new StringBuilder(text.Length - start + 16);
    }

    /// <summary>Mends the object that begins at <paramref name="start"/>.</summary>
    /// <returns>JSON text (to be parsed strictly), or null when it can't be mended.</returns>
    public static string? Mend(string text, int start, int maxDepth) => new JsonRepair(text, start, maxDepth).Run();

    private string? Run()
    {
        do
        {
            if (_at >= _text.Length)
            {
                return Close();
            }

            if (!Step())
            {
                return null;
            }
        }
        while (_isObject.Count > 0);
        return _out.ToString();
    }

    private bool Step()
    {
        var c = _text[_at];
        switch (c)
        {
            case '{' or '[':
                return Open(c);
            case '}' or ']':
                return Shut(c);
            case ',':
                _at++;
                return true;
            case ':':
                _at++;
                return _expectValue;
            case '"':
                return ReadString();
            case '/' when _at + 1 < _text.Length && _text[_at + 1] is '/' or '*':
                SkipComment();
                return true;
            default:
                if (char.IsWhiteSpace(c))
                {
                    _at++;
                    return true;
                }

                return ReadWord();
        }
    }

    private bool Open(char c)
    {
        if (_isObject.Count >= _maxDepth || (_isObject.Count > 0 && !BeginValue()))
        {
            return false;
        }

        _out.Append(c);
        _isObject.Push(c == '{');
        _afterValue = _expectValue = false;
        _at++;
        MarkSafe();
        return true;
    }

    private bool Shut(char c)
    {
        if (_expectValue || _isObject.Peek() != (c == '}'))
        {
            return false;
        }

        _isObject.Pop();
        _out.Append(c);
        _at++;
        EndValue();
        return true;
    }

    private bool ReadString()
    {
        if (!Begin(out var isKey))
        {
            return false;
        }

        _out.Append('"');
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == '"')
            {
                _out.Append(c);
                _at++;
                End(isKey);
                return true;
            }

            if (c == '\\' && _at + 1 < _text.Length)
            {
                _out.Append(c).Append(_text[++_at]);
            }
            else if (c < ' ')
            {
                _out.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                _out.Append(c);
            }
        }

        return true;
    }

    private bool ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' or '+' or '.'))
        {
            _at++;
        }

        var word = _text[start.._at];
        if (word.Length == 0 || !Begin(out var isKey))
        {
            return false;
        }

        if (_at >= _text.Length)
        {
            return true;
        }

        if (isKey)
        {
            _out.Append('"').Append(word).Append('"');
            End(isKey);
            return true;
        }

        var literal = word switch
        {
            "true" or "false" or "null" => word,
            "True" => "true",
            "False" => "false",
            "NaN" or "Infinity" or "-Infinity" or "+Infinity" or "undefined" or "None" => "null",
            _ => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? word : null,
        };
        _out.Append(literal);
        End(isKey);
        return literal is not null;
    }

    private void SkipComment()
    {
        var end = _text[_at + 1] == '/' ? _text.IndexOf('\n', _at) : _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : end + (_text[_at + 1] == '/' ? 1 : 2);
    }

    // What comes is a key when the container is an object that does not wait for a value.
    private bool Begin(out bool isKey)
    {
        isKey = _isObject.Count > 0 && _isObject.Peek() && !_expectValue;
        if (!isKey)
        {
            return BeginValue();
        }

        Separate();
        return true;
    }

    private bool BeginValue()
    {
        if (_isObject.Count == 0 || (_isObject.Peek() && !_expectValue))
        {
            return false;
        }

        Separate();
        return true;
    }

    private void Separate()
    {
        if (_afterValue)
        {
            _out.Append(',');
        }

        _afterValue = false;
    }

    private void End(bool isKey)
    {
        if (isKey)
        {
            _out.Append(':');
            _expectValue = true;
        }
        else
        {
            EndValue();
        }
    }

    private void EndValue()
    {
        _expectValue = false;
        _afterValue = true;
        MarkSafe();
    }

    private void MarkSafe() => (_safeLength, _safeDepth) = (_out.Length, _isObject.Count);

    private string Close()
    {
        while (_isObject.Count > _safeDepth)
        {
            _isObject.Pop();
        }

        _out.Length = _safeLength;
        while (_isObject.TryPop(out var isObject))
        {
            _out.Append(isObject ? '}' : ']');
        }

        return _out.ToString();
    }
}
