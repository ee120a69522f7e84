namespace SalesIntel.Hosting.Commands.Output;

/// <summary>Values of enumerations as words: lower case, with an underscore between two.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
