namespace SalesIntel.Zoho.Client;

/// <summary>Somebody who waits for the result of a request.</summary>
internal sealed class BatchWaiter<TRequest, TResult>(TRequest request)
{
    private readonly TaskCompletionSource<TResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TRequest Request => request;

    /// <summary>Ends with the result, or when the one who waits gives up, which changes nothing of a call that is in flight.</summary>
    public Task<TResult> Result => result.Task;

    public void Give(TResult answer) => result.TrySetResult(answer);

    /// <summary>An exception of its own for each: whoever catches one may change it.</summary>
    public void Fail(Exception failure) => result.TrySetException(failure is ZohoCrmException refused ? refused.Copy() : failure);

    public void GiveUp(CancellationToken cancellationToken) => result.TrySetCanceled(cancellationToken);
}
