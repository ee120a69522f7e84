namespace SalesIntel.Hosting.Sqlite;

/// <summary>A write with an answer.</summary>
internal sealed class ScopedWrite<T>(Func<WriteScope, T> work) : WriteOperation
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? found;

    public Task<T> Answer => answer.Task;

    public override void Run(WriteScope scope) => found = work(scope);

    public override void Complete() => answer.TrySetResult(found!);

    public override void Fail(Exception exception) => answer.TrySetException(exception);

    /// <summary>Gives the answer to somebody else when it comes.</summary>
    public async Task PassOnAsync(Action<T> other)
    {
        await ((Task)Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Answer.IsCompletedSuccessfully)
        {
            other(await Answer.ConfigureAwait(false));
        }
    }
}
