using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>The tokens and the money that models may use in a day of UTC, all processes together. A call reserves before it is made what it
/// may use at most, and gives back what it did not use; a process that dies in between leaves its reservation, never a day without a limit.
/// </summary>
/// <param name="state">Shared by all processes.</param>
/// <param name="perDay">What a day has; of what is 0 there is no limit.</param>
/// <param name="time">Clock.</param>
internal sealed class ModelBudget(ISharedState state, ModelSpend perDay, TimeProvider time)
{
    /// <summary>The failure's code where nothing is left for today.</summary>
    public const string Spent = "daily_budget";

    /// <summary>The failure's code where what is left is for what is needed sooner.</summary>
    public const string Reserved = "daily_budget_reserve";

    /// <summary>Work on the past stops here, so that today's comes through.</summary>
    public const decimal PastShare = 0.8m;

    /// <summary>What no demo of the coming day waits for stops here, so that a flood of bookings for next month keeps none of tomorrow's
    /// waiting.</summary>
    public const decimal LaterShare = 0.9m;

    private const string Lock = "model-budget";
    private const int MostTries = 50;
    private const int MostHours = 720;
    private static readonly TimeSpan Soon = TimeSpan.FromDays(1);
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);
    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Reserves of today.</summary>
    /// <param name="most">What the call may use at most.</param>
    /// <param name="terms">Who waits for it.</param>
    /// <param name="cancellationToken">Ends the wait for others.</param>
    /// <returns>What is to be settled after the call.</returns>
    /// <exception cref="ProviderException">Too little is left; the call is postponed to the next day and uses up no attempt.</exception>
    public async Task<Reservation> ReserveAsync(ModelSpend most, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var share = terms.IsBackfill ? PastShare : terms.NeededAt is { } at && at - now <= Soon ? 1 : LaterShare;
        var isGranted = false;
        await ChangeAsync(
            now, used => (isGranted = Fits(used + most, most, share)) ? used + most : used, cancellationToken).ConfigureAwait(false);
        return isGranted ? new Reservation(this, now, most) : throw Refusal(terms, share, now);
    }

    /// <summary>What of today is used or reserved; of what has no limit nothing is counted.</summary>
    public async Task<ModelSpend> UsedAsync(CancellationToken cancellationToken)
    {
        var day = Day(time.GetUtcNow());
        return new ModelSpend(
            perDay.Tokens > 0 ? Tokens(await state.GetAsync(TokensKey(day), cancellationToken).ConfigureAwait(false)) : 0,
            perDay.Money > 0 ? Money(await state.GetAsync(MoneyKey(day), cancellationToken).ConfigureAwait(false)) : 0);
    }

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string TokensKey(string day) => "model-tokens:" + day;

    private static string MoneyKey(string day) => "model-money:" + day;

    private static long Tokens(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static decimal Money(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // A call that costs nothing that is known is not kept waiting by money.
    private bool Fits(ModelSpend used, ModelSpend most, decimal share) =>
        (perDay.Tokens == 0 || used.Tokens <= perDay.Tokens * share)
        && (perDay.Money == 0 || most.Money == 0 || used.Money <= perDay.Money * share);

    private ProviderException Refusal(ExtractionTerms terms, decimal share, DateTimeOffset now)
    {
        string settings = string.Join(", ", ((string[])[
            perDay.Tokens > 0 ? "MODEL_TOKENS_PER_DAY" : "", perDay.Money > 0 ? "MODEL_MONEY_PER_DAY" : ""]).Where(name => name.Length > 0));
        var message = terms.IsBackfill
            ? "What is left of the model's budget of today is for what is new: work on the past goes on tomorrow"
            : share < 1
                ? "What is left of the model's budget of today is for demos of the coming 24 hours: the others' extraction goes on tomorrow"
                : "The model's budget of today is used up: extraction goes on tomorrow, at midnight UTC";
        return new ProviderException("model", share < 1 ? Reserved : Spent, $"{message} ({settings}).")
        {
            IsTransient = true,
            IsPostponed = true,
            RetryAfter = UntilTomorrow(terms, now),
        };
    }

    // What waits for the new day is due in it in the order in which it is needed: a second later for each hour.
    private static TimeSpan UntilTomorrow(ExtractionTerms terms, DateTimeOffset now)
    {
        var midnight = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        var hours = terms.IsBackfill ? MostHours : Math.Clamp((terms.DueBy(now) - midnight).TotalHours, 0, MostHours - 1);
        return midnight - now + TimeSpan.FromSeconds(hours);
    }

    private async Task ChangeAsync(DateTimeOffset at, Func<ModelSpend, ModelSpend> change, CancellationToken cancellationToken)
    {
        var day = Day(at);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var held = await state.TryLockAsync(Lock, LockLife, cancellationToken).ConfigureAwait(false);
            if (held is null)
            {
                await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await using (held.ConfigureAwait(false))
            {
                var tokens = perDay.Tokens > 0 ? Tokens(await state.GetAsync(TokensKey(day), cancellationToken).ConfigureAwait(false)) : 0;
                var money = perDay.Money > 0 ? Money(await state.GetAsync(MoneyKey(day), cancellationToken).ConfigureAwait(false)) : 0;
                var after = change(new ModelSpend(tokens, money));
                if (perDay.Tokens > 0 && after.Tokens != tokens)
                {
                    await SetAsync(TokensKey(day), Math.Max(0, after.Tokens).ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
                }

                if (perDay.Money > 0 && after.Money != money)
                {
                    await SetAsync(MoneyKey(day), Math.Max(0, after.Money).ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
                }

                return;
            }
        }

        throw new ProviderException("model", "budget_busy", "Too many processes ask for the model's budget of today at once.")
        {
            IsTransient = true,
            IsPostponed = true,
            RetryAfter = LockLife,
        };

        Task SetAsync(string key, string value) => state.SetAsync(key, value, Life, cancellationToken);
    }

    /// <summary>What a call has reserved.</summary>
    internal sealed class Reservation(ModelBudget budget, DateTimeOffset at, ModelSpend reserved)
    {
        /// <summary>Replaces what was reserved by what was used. Not cancelled: it was used.</summary>
        public Task SettleAsync(ModelSpend used) => budget.ChangeAsync(at, before => before - reserved + used, CancellationToken.None);
    }
}
