using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Configuration;

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

        failures.AddRange(StoreLifeRules.Failures(nameof(RedisStoreOptions), options.EventLife, options.IdempotencyLife));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
