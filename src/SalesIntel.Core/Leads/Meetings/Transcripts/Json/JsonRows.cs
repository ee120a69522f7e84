namespace SalesIntel.Leads;

/// <summary>Tables that are JSON: a list of rows, or an object with a list for each column, as relays make it of a list of objects.</summary>
internal static class JsonRows
{
    // Two texts are a name and what was said.
    private const int FewestCells = 3;
    private const int MostCells = 50;

    /// <summary>The rows of a list of lists; null for any other value.</summary>
    internal static IReadOnlyList<List<string>>? In(JsonElement list) =>
        list.GetArrayLength() > 1 && list.EnumerateArray().All(row =>
            row.ValueKind == JsonValueKind.Array && row.GetArrayLength() is >= FewestCells and <= MostCells && AreCells(row))
            ? [.. list.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.Text()).ToList())]
            : null;

    /// <summary>The rows of an object whose columns are equally long, with their names above them; null for any other value.</summary>
    internal static IReadOnlyList<List<string>>? OfColumns(JsonElement table)
    {
        var columns = table.EnumerateObject().Take(MostCells)
            .Where(column => column.Value.ValueKind == JsonValueKind.Array && column.Value.GetArrayLength() > 1 && AreCells(column.Value)).ToList();
        return columns.Count < 2 || columns.Any(column => column.Value.GetArrayLength() != columns[0].Value.GetArrayLength())
            ? null
            :
            [
                [.. columns.Select(column => column.Name)],
                .. Enumerable.Range(0, columns[0].Value.GetArrayLength()).Select(row => columns.Select(column => column.Value[row].Text()).ToList()),
            ];
    }

    private static bool AreCells(JsonElement list) => list.EnumerateArray().All(cell => cell.ValueKind is JsonValueKind.String or JsonValueKind.Number);
}
