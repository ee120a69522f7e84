namespace SalesIntel.Leads;

/// <summary>A person's name in two parts.</summary>
internal static class PersonName
{
    /// <summary>First and last name: the two parts where they are known, else the full name cut before its last word.</summary>
    public static (string First, string Last) Split(string first, string last, string full)
    {
        if (last.Length > 0)
        {
            return (first, last);
        }

        var name = full.Length > 0 ? full.Trim() : first.Trim();
        var cut = name.LastIndexOf(' ');
        return cut < 0 ? ("", name) : (name[..cut].TrimEnd(), name[(cut + 1)..]);
    }
}
