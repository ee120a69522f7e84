using Microsoft.Extensions.Options;

namespace SalesIntel.Hosting.Redis;

internal sealed class RedisStoreOptionsValidator : IValidateOptions<RedisStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, RedisStoreOptions options)
    {
        List<string> failures = [];
        try
        {
            RedisUrl.Parse(options.Url);
        }
        catch (FormatException exception)
        {
            failures.Add(exception.Message);
        }

        if (options.EventLife < TimeSpan.FromMinutes(1))
        {
            failures.Add($"EVENT_TTL_SECONDS (RedisStoreOptions.EventLife) is {options.EventLife.TotalSeconds:0} s; set at least 60.");
        }

        if (options.IdempotencyLife < options.EventLife)
        {
            failures.Add(
                $"IDEMPOTENCY_TTL_SECONDS ({options.IdempotencyLife.TotalSeconds:0}) is shorter than EVENT_TTL_SECONDS "
                + $"({options.EventLife.TotalSeconds:0}): a repeated message would run again while its event is still kept. Set it "
                + "to at least the same.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
