using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Tests.Support;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>What one read takes, one below, at and above each limit.</summary>
public sealed class ReadLimitTests
{
    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(100, 2)]
    [InlineData(101, 3)]
    public void Row_4_12_a_read_takes_50_columns(int columns, int reads)
    {
        string[] names = [.. Enumerable.Range(0, columns).Select(i => $"F{i}")];

        var groups = RecordReader.Columns(names, RecordReader.MaxFields).ToList();

        Assert.Equal(reads, groups.Count);
        Assert.Equal(names, groups.SelectMany(group => group));
    }

    [Theory]
    [InlineData(1_023, 1)]
    [InlineData(1_024, 1)]
    [InlineData(1_025, 2)]
    public void Row_11_3_the_names_of_a_read_have_1024_characters(int characters, int reads)
    {
        // Two names and the comma between them.
        string[] names = [new string('a', 500), new string('b', characters - 501)];

        var groups = RecordReader.Columns(names, RecordReader.MaxFields).ToList();

        Assert.Equal(reads, groups.Count);
        Assert.All(groups, group => Assert.InRange(string.Join(',', group).Length, 1, 1_024));
    }

    [Fact]
    public async Task Row_11_3_list_and_search_whose_fields_no_call_takes_are_refused_before_one()
    {
        using var zoho = new ZohoHarness();
        var client = zoho.Get<ZohoCrmClient>();
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"A_rather_long_name_of_a_field_{i:00}")];
        string[] fit = [.. names.Take(31)];
        zoho.Stub.On("GET /crm/v8/Leads", 204).On("GET /crm/v8/Leads/search", 204);

        var list = Assert.Throws<ArgumentException>(() => client.ListAsync("Leads", names, PersonJson.Default.Person));
        var search = Assert.Throws<ArgumentException>(() => client.SearchAsync("Leads", ZohoSearch.ByWord("xy"), names, PersonJson.Default.Person));
        Assert.Empty(await client.ListAsync("Leads", fit, PersonJson.Default.Person).ToListAsync());
        Assert.Empty(await client.SearchAsync("Leads", ZohoSearch.ByWord("xy"), fit, PersonJson.Default.Person).ToListAsync());

        Assert.All([list, search], refused => Assert.Contains("1024", refused.Message));
        Assert.Equal(2, zoho.Stub.Calls.Count);
    }

    [Theory]
    [InlineData(49, 1)]
    [InlineData(50, 1)]
    [InlineData(52, 2)]
    public void Row_11_3_about_50_ids_of_19_digits_go_with_one_read(int ids, int reads)
    {
        string[] all = [.. Enumerable.Range(0, ids).Select(i => $"50000000000000{i:00000}")];

        var groups = RecordReader.Columns(all, RecordReader.MaxFields).ToList();

        Assert.Equal(reads, groups.Count);
        Assert.All(groups, group => Assert.InRange(string.Join(',', group).Length, 1, 1_024));
    }
}
