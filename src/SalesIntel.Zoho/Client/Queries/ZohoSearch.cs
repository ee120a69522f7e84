namespace SalesIntel.Zoho.Client;

/// <summary>What to search for, https://www.zoho.com/crm/developer/docs/api/v8/search-records.html. A search goes by an index that is behind
/// the database by seconds to minutes, matches parts of values, and takes <c>-</c> for <c>_</c>: compare what it finds. It sees no record that
/// waits for approval. A query (<see cref="ZohoQuery"/>) has none of these limits.</summary>
public sealed record ZohoSearch
{
    private ZohoSearch(string parameter, string text) => (Parameter, Text) = (parameter, text);

    /// <summary>Whether leads that have become contacts are seen.</summary>
    public ZohoConverted Converted { get; init; }

    internal string Parameter { get; }

    internal string Text { get; }

    // Only leads can be converted: other modules need not know the parameter.
    private string ConvertedPart => Converted switch
    {
        ZohoConverted.Only => "&converted=true",
        ZohoConverted.Both => "&converted=both",
        _ => "",
    };

    /// <summary>Records of which any e-mail field contains the address.</summary>
    public static ZohoSearch ByEmail(string email) => Of("email", email);

    /// <summary>Records of which any telephone field contains the number.</summary>
    public static ZohoSearch ByPhone(string phone) => Of("phone", phone);

    /// <summary>Records with a word of at least two letters.</summary>
    public static ZohoSearch ByWord(string word) => Of("word", word);

    /// <summary>Records that meet criteria.</summary>
    public static ZohoSearch Where(ZohoCriteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return Of("criteria", criteria.ToString());
    }

    /// <summary>Records that meet criteria whose values were escaped by whoever made them.</summary>
    internal static ZohoSearch OfCriteria(string criteria) => Of("criteria", criteria);

    /// <summary>The address of the first page, without the page.</summary>
    internal string PathIn(string module, IEnumerable<string> fields) =>
        $"{ApiPath.Module(module)}/search?{Parameter}={Uri.EscapeDataString(Text)}{ConvertedPart}&fields={ApiPath.Fields(fields)}";

    private static ZohoSearch Of(string parameter, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new ZohoSearch(parameter, text);
    }
}
