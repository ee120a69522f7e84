using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    private StoreClient[] Both => [Store, CreateClientOfSameData()];

    private ICircuitStore Circuits => Store.Circuits;

    [Fact]
    public async Task Circuit_is_opened_by_exactly_one_of_sixteen()
    {
        var until = Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        var clients = Both;
        Assert.Null(await Circuits.GetAsync("zoho", None));
        var opened = await Race(index => clients[index % 2].Circuits.OpenAsync("zoho", until, "503", None));
        Assert.Single(opened, first => first);
        Assert.Equal(new OpenCircuit(Time.GetUtcNow(), until, "503"), await Circuits.GetAsync("zoho", None));
        Assert.Null(await Circuits.GetAsync("gemini", None));
    }

    [Fact]
    public async Task Circuit_is_prolonged_but_never_shortened()
    {
        var start = Time.GetUtcNow();
        Assert.True(await Circuits.OpenAsync("zoho", start + TimeSpan.FromMinutes(2), "503", None));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Circuits.OpenAsync("zoho", start + TimeSpan.FromMinutes(1), "429", None));
        Assert.Equal(new OpenCircuit(start, start + TimeSpan.FromMinutes(2), "429"), await Circuits.GetAsync("zoho", None));
        Assert.False(await Circuits.OpenAsync("zoho", start + TimeSpan.FromMinutes(3), "503", None));
        Assert.Equal(start + TimeSpan.FromMinutes(3), (await Circuits.GetAsync("zoho", None))!.Until);
    }

    [Fact]
    public async Task Circuit_is_probed_by_one_at_a_time_once_the_pause_is_over()
    {
        var clients = Both;
        Assert.False(await Circuits.TryProbeAsync("zoho", Lease, None));
        await Circuits.OpenAsync("zoho", Time.GetUtcNow() + TimeSpan.FromMinutes(1), "503", None);
        Assert.False(await Circuits.TryProbeAsync("zoho", Lease, None));
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(await Race(index => clients[index % 2].Circuits.TryProbeAsync("zoho", Lease, None)), probing => probing);
        Assert.False(await Circuits.TryProbeAsync("zoho", Lease, None));
        Time.Advance(Lease);
        Assert.True(await Circuits.TryProbeAsync("zoho", Lease, None));

        // A failed probe opens it anew; the next pause ends with the next probe.
        Assert.False(await Circuits.OpenAsync("zoho", Time.GetUtcNow() + TimeSpan.FromSeconds(5), "503", None));
        Assert.False(await Circuits.TryProbeAsync("zoho", Lease, None));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await Circuits.TryProbeAsync("zoho", Lease, None));
    }

    [Fact]
    public async Task Circuit_is_closed_by_exactly_one_of_sixteen()
    {
        var clients = Both;
        var open = new OpenCircuit(Time.GetUtcNow(), Time.GetUtcNow() + TimeSpan.FromMinutes(1), "503");
        Assert.Null(await Circuits.CloseAsync("zoho", None));
        await Circuits.OpenAsync("zoho", open.Until, open.Reason, None);
        var closed = await Race(index => clients[index % 2].Circuits.CloseAsync("zoho", None));
        Assert.Equal(open, Assert.Single(closed, told => told is not null));
        Assert.Null(await Circuits.GetAsync("zoho", None));
        Assert.True(await Circuits.OpenAsync("zoho", open.Until, open.Reason, None));
    }

    [Fact]
    public async Task Value_is_shared_and_removed_only_while_it_is_the_expected_one()
    {
        var other = CreateClientOfSameData().State;
        Assert.Null(await Store.State.GetAsync("zoho:access_token", None));
        await Store.State.SetAsync("zoho:access_token", "one", TimeSpan.FromMinutes(5), None);
        Assert.Equal("one", await other.GetAsync("zoho:access_token", None));
        await other.RemoveAsync("zoho:access_token", "another", None);
        Assert.Equal("one", await Store.State.GetAsync("zoho:access_token", None));
        await other.RemoveAsync("zoho:access_token", "one", None);
        Assert.Null(await Store.State.GetAsync("zoho:access_token", None));
    }

    [Fact]
    public async Task Value_ends_after_its_life()
    {
        await Store.State.SetAsync("k", "v", TimeSpan.FromMilliseconds(200), None);
        await EventuallyAsync(async () => await Store.State.GetAsync("k", None) is null);
    }

    [Fact]
    public async Task Lock_is_held_by_one_and_given_back_by_disposing()
    {
        var clients = Both;
        var taken = await Race(index => clients[index % 2].State.TryLockAsync("refresh", TimeSpan.FromMinutes(1), None));
        var held = Assert.Single(taken, one => one is not null)!;
        Assert.NotNull(await Store.State.TryLockAsync("another", TimeSpan.FromMinutes(1), None));
        await held.DisposeAsync();
        Assert.NotNull(await Store.State.TryLockAsync("refresh", TimeSpan.FromMinutes(1), None));
        await held.DisposeAsync();
        Assert.Null(await Store.State.TryLockAsync("refresh", TimeSpan.FromMinutes(1), None));
    }

    [Fact]
    public async Task Lock_lapses_after_its_time()
    {
        Assert.NotNull(await Store.State.TryLockAsync("refresh", TimeSpan.FromMilliseconds(200), None));
        await EventuallyAsync(async () => await Store.State.TryLockAsync("refresh", TimeSpan.FromMinutes(1), None) is not null);
    }

    private static Task<T[]> Race<T>(Func<int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, 16).Select(index => Task.Run(() => act(index))));
}
