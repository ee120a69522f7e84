namespace SalesIntel.Settings;

/// <summary>The message of an <see cref="ArgumentException"/> for people who did not write the call.</summary>
internal static class ArgumentSentence
{
    /// <summary>The message without the name of the parameter that the runtime appends.</summary>
    public static string Of(ArgumentException exception)
    {
        var message = exception.Message;
        var end = exception.ParamName is null ? -1 : message.LastIndexOf(" (", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }
}
