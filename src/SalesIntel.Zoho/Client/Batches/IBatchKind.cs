namespace SalesIntel.Zoho.Client;

/// <summary>One kind of call that carries several requests.</summary>
/// <typeparam name="TRequest">What is asked for.</typeparam>
/// <typeparam name="TResult">What comes back for one request; a refused record is a result.</typeparam>
internal interface IBatchKind<TRequest, TResult>
{
    /// <summary>Requests that one call carries; unless a kind says otherwise as many as Zoho's writes of records.</summary>
    int MostRequests => RecordWriter.MaxRecords;

    /// <summary>The sum of their sizes that one call carries, of writes in characters, about; one that is larger by itself goes alone.</summary>
    int MostSize => 1_000_000;

    /// <summary>For how long a call is put off at most while many requests come and it is not full.</summary>
    TimeSpan LongestHold { get; }

    /// <summary>True when a request may be carried out twice without harm.</summary>
    bool IsRepeatable { get; }

    /// <summary>What requests must have in common to share a call.</summary>
    string GroupOf(TRequest request);

    /// <summary>What no two requests that are in flight may have in common, whatever their groups, because the outcome would depend on their order;
    /// null = nothing.</summary>
    string? KeyOf(TRequest request) => null;

    int SizeOf(TRequest request);

    /// <summary>Makes the call.</summary>
    /// <returns>One result for each request, in their order.</returns>
    /// <exception cref="ZohoCrmException">The call failed as a whole.</exception>
    Task<IReadOnlyList<TResult>> SendAsync(IReadOnlyList<TRequest> requests, ZohoPriority priority, CancellationToken cancellationToken);
}
