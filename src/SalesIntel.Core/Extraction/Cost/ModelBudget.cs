using System.Globalization;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>The tokens that models may read and write in a day of UTC, all processes together. A call reserves before it is made what it
/// may use at most, and gives back what it did not use; a process that dies in between leaves its reservation, never a day without a limit.
/// </summary>
/// <param name="state">Shared by all processes.</param>
/// <param name="perDay">Tokens in a day.</param>
/// <param name="time">Clock.</param>
internal sealed class ModelBudget(ISharedState state, long perDay, TimeProvider time)
{
    /// <summary>The failure's code where nothing is left for today.</summary>
    public const string Code = "daily_budget";

    /// <summary>Work on the past stops here, so that today's comes through.</summary>
    public const double PastShare = 0.8;

    private const string Lock = "model-budget";
    private const int MostTries = 50;
    private static readonly TimeSpan Life = TimeSpan.FromDays(2);
    private static readonly TimeSpan LockLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Reserves tokens of today.</summary>
    /// <param name="tokens">What the call may use at most.</param>
    /// <param name="isPast">True for work on the past, such as a back-fill.</param>
    /// <param name="cancellationToken">Ends the wait for others.</param>
    /// <returns>What is to be settled after the call.</returns>
    /// <exception cref="ProviderException">Too little is left; the call is postponed to the next day and uses up no attempt.</exception>
    public async Task<Reservation> ReserveAsync(long tokens, bool isPast, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(now);
        var limit = isPast ? (long)(perDay * PastShare) : perDay;
        var isGranted = false;
        await ChangeAsync(key, used => (isGranted = used + tokens <= limit) ? used + tokens : used, cancellationToken)
            .ConfigureAwait(false);
        return isGranted ? new Reservation(this, key, tokens) : throw new ProviderException(
            "model", Code, isPast
                ? "The model's tokens of today are kept for what is new: work on the past goes on tomorrow (MODEL_TOKENS_PER_DAY)."
                : "The model's tokens of today are used up: extraction goes on tomorrow, at midnight UTC (MODEL_TOKENS_PER_DAY).")
        {
            IsTransient = true,
            IsPostponed = true,
            RetryAfter = now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime,
        };
    }

    /// <summary>Tokens of today that are used or reserved.</summary>
    public async Task<long> UsedAsync(CancellationToken cancellationToken) =>
        Number(await state.GetAsync(KeyOf(time.GetUtcNow()), cancellationToken).ConfigureAwait(false));

    private static string KeyOf(DateTimeOffset now) =>
        "model-tokens:" + now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private async Task ChangeAsync(string key, Func<long, long> change, CancellationToken cancellationToken)
    {
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
                var before = Number(await state.GetAsync(key, cancellationToken).ConfigureAwait(false));
                var after = Math.Max(0, change(before));
                if (after != before)
                {
                    await state.SetAsync(key, after.ToString(CultureInfo.InvariantCulture), Life, cancellationToken).ConfigureAwait(false);
                }

                return;
            }
        }

        throw new ProviderException("model", "budget_busy", "Too many processes ask for the model's tokens of today at once.")
        {
            IsTransient = true,
            IsPostponed = true,
            RetryAfter = LockLife,
        };
    }

    /// <summary>Tokens that a call has reserved.</summary>
    internal sealed class Reservation(ModelBudget budget, string key, long reserved)
    {
        /// <summary>Replaces what was reserved by what was used. Not cancelled: it was used.</summary>
        public Task SettleAsync(long used) =>
            budget.ChangeAsync(key, before => before - reserved + used, CancellationToken.None);
    }
}
