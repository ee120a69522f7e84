using Microsoft.Extensions.Time.Testing;
using SalesIntel.Engine;
using SalesIntel.Zoho.Client;
using static SalesIntel.Zoho.Tests.Support.ZohoHarness;

namespace SalesIntel.Zoho.Tests.Auth.Attack;

/// <summary>Three processes with tokens of a minute, killed at any moment, on a store that is slow now and then and an accounts host that does
/// what it likes. What is promised is held against what that host has seen. The order in which things happen follows from the seed.</summary>
public sealed class TokenBrokerAttackTests : IDisposable
{
    private const int Processes = 3;

    private static readonly TimeSpan Attacked = TimeSpan.FromMinutes(70);

    // The longest that a refusal grows to, and then some.
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(32);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore store;
    private readonly List<AttackedBroker> all = [];

    public TokenBrokerAttackTests() => store = new MemoryStore(time);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Brokers_that_are_killed_anywhere_keep_every_promise(int seed)
    {
        // Without a context, continuations run where their cause is: on this thread, in the order of the plan.
        SynchronizationContext.SetSynchronizationContext(null);
        var run = new Run(this, new AttackPlan(seed));
        run.Attack();
        run.Recover();
    }

    public void Dispose() => all.ForEach(broker => broker.Dispose());

    private sealed class Run
    {
        private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

        private readonly TokenBrokerAttackTests test;
        private readonly AttackPlan plan;
        private readonly AttackedDesk desk;
        private readonly AttackedBroker[] brokers = new AttackedBroker[Processes];
        private int toldBefore;
        private int askedBefore;
        private int mayTell = 1;
        private int limited;

        public Run(TokenBrokerAttackTests test, AttackPlan plan)
        {
            (this.test, this.plan) = (test, plan);
            desk = new AttackedDesk(plan, test.time);
            for (var number = 0; number < Processes; number++)
            {
                Start(number);
            }
        }

        public void Attack()
        {
            for (var passed = TimeSpan.Zero; passed < Attacked; passed += Step)
            {
                var number = plan.Below(Processes);
                if (plan.OneIn(120))
                {
                    Kill(number);
                }
                else if (plan.SetsClocks && plan.OneIn(200))
                {
                    brokers[number].SetClock(plan.UpTo(6 * 3600) - TimeSpan.FromHours(3));
                }

                Call(number);
                Cancel(plan.Below(Processes));
                Pass();
            }

            // The minute's token of more than an hour, and the budget was met.
            Assert.True(desk.Tokens > 10, $"{desk.Tokens} tokens of {desk.Asked} requests");
            Assert.True(limited == 0 || test.all.Sum(broker => broker.Told) > 0);
        }

        public void Recover()
        {
            plan.IsOver = true;
            for (var passed = TimeSpan.Zero; passed < Recovery; passed += Step)
            {
                Pass();
            }

            var before = desk.Tokens;
            for (var number = 0; number < Processes; number++)
            {
                Call(number);
            }

            for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(2); passed += Step)
            {
                Pass();
            }

            Assert.True(desk.Tokens > before && brokers.All(broker => broker.Waiting.Count == 0), "A broker does not go on.");
            Assert.All(brokers, broker => Assert.True(broker.Tokens.GetAsync(default).IsCompletedSuccessfully));
        }

        private void Start(int number)
        {
            brokers[number] = new AttackedBroker(test.store, desk, plan, test.time);
            test.all.Add(brokers[number]);
        }

        private void Kill(int number)
        {
            brokers[number].Kill();
            Start(number);

            // It may have told people and not yet the others.
            mayTell++;
        }

        private void Call(int number)
        {
            var stop = new CancellationTokenSource();
            brokers[number].Waiting.Add((brokers[number].Tokens.GetAsync(stop.Token), stop));
            Settle();
        }

        private void Cancel(int number)
        {
            if (brokers[number].Waiting is { Count: > 0 } waiting && plan.OneIn(10))
            {
                waiting[plan.Below(waiting.Count)].Stop.Cancel();
                Settle();
            }
        }

        private void Pass()
        {
            test.time.Advance(Step);
            Settle();
            Assert.True(plan.Stray is null, plan.Stray);
            Assert.InRange(desk.MostInFlight, 0, 1);
            Assert.InRange(desk.MostInWindow, 0, RefreshBudget.Most);
            var told = test.all.Sum(broker => broker.Told);
            if (desk.Asked > askedBefore)
            {
                (askedBefore, mayTell, toldBefore) = (desk.Asked, 1, told);
            }

            Assert.True(told - toldBefore <= mayTell, $"A pause was told {told - toldBefore} times.");
        }

        // Callers learn of a token that is there on a thread of the pool.
        private void Settle()
        {
            foreach (var broker in brokers)
            {
                foreach (var waiting in broker.Waiting.ToArray())
                {
                    if (!broker.Tokens.IsFetching || waiting.Stop.IsCancellationRequested)
                    {
                        ((Task)waiting.Call).ContinueWith(_ => { }, TaskScheduler.Default).Wait(TimeSpan.FromSeconds(10));
                    }

                    if (waiting.Call.IsCompleted)
                    {
                        broker.Waiting.Remove(waiting);
                        Judge(broker, waiting.Call, waiting.Stop);
                    }
                }
            }
        }

        private void Judge(AttackedBroker broker, Task<AccessToken> call, CancellationTokenSource stop)
        {
            if (call.IsCompletedSuccessfully)
            {
                var token = call.Result;
                if (!desk.IsGood(token.Token))
                {
                    // Only a calendar that was set can hide that; the API then refuses it.
                    Assert.True(plan.SetsClocks, "A token was used after its end.");
                    broker.Tokens.RejectAsync(token, "INVALID_TOKEN", default).ContinueWith(_ => { }, TaskScheduler.Default);
                }
            }
            else if (call.IsFaulted)
            {
                var refused = Assert.IsType<ZohoCrmException>(call.Exception!.InnerException);
                Assert.True(refused.IsOutage);
                AssertHarmless(refused.Message);
                limited += refused.Code is "refresh_limit" ? 1 : 0;
            }
            else
            {
                Assert.True(stop.IsCancellationRequested, "A caller was cancelled that nobody has cancelled.");
            }
        }
    }
}
