using SalesIntel.Core.Tests.Fakes;

namespace SalesIntel.Leads;

/// <summary>People in a text, as mail programs, calendars and relays write them.</summary>
public sealed class MailboxListTests
{
    [Theory]
    // RFC 5322: quotes, escapes, comments, groups.
    [InlineData("\"Lee, Ann\" <ann@lee.example>, Bob <bob@ray.example>", "Lee, Ann <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("\"Lee; Ann\" <ann@lee.example>; \"Ray, Bob\" <bob@ray.example>", "Lee; Ann <ann@lee.example>|Ray, Bob <bob@ray.example>")]
    [InlineData("\"Ann \\\"Annie\\\" Lee, PhD\" <ann@lee.example>, Bob", "Ann \"Annie\" Lee, PhD <ann@lee.example>|Bob <>")]
    [InlineData("Ann \"Annie, the first\" Lee <ann@lee.example>, Bob", "Ann \"Annie, the first\" Lee <ann@lee.example>|Bob <>")]
    [InlineData("\"ann@home.example\" <ann@lee.example>, bob@ray.example", "ann@home.example <ann@lee.example>| <bob@ray.example>")]
    [InlineData("Ann Lee (Acme, Inc.; Ohio) <ann@lee.example>, Bob", "Ann Lee (Acme, Inc.; Ohio) <ann@lee.example>|Bob <>")]
    [InlineData("ann@lee.example (Ann Lee), bob@ray.example (Ray, Bob)", "Ann Lee <ann@lee.example>|Ray, Bob <bob@ray.example>")]
    [InlineData("Ann Lee <ann@lee.example> (Acme)", "Ann Lee (Acme) <ann@lee.example>")]
    [InlineData("\"Ann “Annie, the first” Lee\" <ann@lee.example>, Bob", "Ann “Annie, the first” Lee <ann@lee.example>|Bob <>")]
    [InlineData("Ann (Acme [Ohio], Inc) <ann@lee.example>, Bob", "Ann (Acme [Ohio], Inc) <ann@lee.example>|Bob <>")]
    [InlineData("ACME\\ann <ann@lee.example>", "ACME\\ann <ann@lee.example>")]
    [InlineData("ann@lee.example <ann@lee.example>, \"bob@ray.example\" <bob@ray.example>", "ann@lee.example <ann@lee.example>|bob@ray.example <bob@ray.example>")]
    [InlineData("Ann\\, Lee <ann@lee.example>", "Ann, Lee <ann@lee.example>")]
    [InlineData("Sales team: ann@lee.example, Bob <bob@ray.example>;", " <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<ann@lee.example>,, <bob@ray.example>,", " <ann@lee.example>| <bob@ray.example>")]
    // Outlook: semicolons, commas in names, apostrophes, [mailto:].
    [InlineData("Lee, Ann <ann@lee.example>; Ray, Bob <bob@ray.example>;", "Lee, Ann <ann@lee.example>|Ray, Bob <bob@ray.example>")]
    [InlineData("Lee, Ann; Ray, Bob <bob@ray.example>", "Lee, Ann <>|Ray, Bob <bob@ray.example>")]
    [InlineData("'ann@lee.example'; 'Ray, Bob' <bob@ray.example>", " <ann@lee.example>|Ray, Bob <bob@ray.example>")]
    [InlineData("'Lee, Ann' <ann@lee.example>, 't Hooft, Gerard <gerard@hooft.example>", "Lee, Ann <ann@lee.example>|'t Hooft, Gerard <gerard@hooft.example>")]
    [InlineData("Ann O'Brien <ann@obrien.example>, Bob D'Angelo", "Ann O'Brien <ann@obrien.example>|Bob D'Angelo <>")]
    [InlineData("Ann Lee [mailto:ann@lee.example]; Bob <mailto:bob@ray.example>", "Ann Lee <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("“Lee, Ann” <ann@lee.example>, Bob", "Lee, Ann <ann@lee.example>|Bob <>")]
    [InlineData("Lee, Ann <ann@lee.example>, Ray, Bob <bob@ray.example>", "Lee, Ann <ann@lee.example>|Ray, Bob <bob@ray.example>")]
    [InlineData("van der Meer, Ann <ann@meer.example>, Bob", "van der Meer, Ann <ann@meer.example>|Bob <>")]
    [InlineData("García López, Ana María <ana.garcia@lopez.example>, Bob", "García López, Ana María <ana.garcia@lopez.example>|Bob <>")]
    [InlineData("Müller, Hans Peter <hp.mueller@werk.example>", "Müller, Hans Peter <hp.mueller@werk.example>")]
    [InlineData("Ann Lee, PhD <ann@lee.example>, Bob Ray, MBA, Cy Poe", "Ann Lee, PhD <ann@lee.example>|Bob Ray, MBA <>|Cy Poe <>")]
    // Two people, one without an address.
    [InlineData("Bob, Ann Lee <ann@lee.example>", "Bob <>|Ann Lee <ann@lee.example>")]
    [InlineData("Bob Stone, Ann <ann@lee.example>", "Bob Stone <>|Ann <ann@lee.example>")]
    [InlineData("Ann Lee, Lee Wong <lee.wong@ray.example>", "Ann Lee <>|Lee Wong <lee.wong@ray.example>")]
    [InlineData("Ann Lee, Bob Ray", "Ann Lee <>|Bob Ray <>")]
    // Relays: whatever stands between name and address.
    [InlineData("Ann Lee (ann@lee.example), Bob", "Ann Lee <ann@lee.example>|Bob <>")]
    [InlineData("Ann Lee ann@lee.example\nBob - bob@ray.example\r\nCy", "Ann Lee <ann@lee.example>|Bob <bob@ray.example>|Cy <>")]
    [InlineData("Ann Lee: ann@lee.example; Bob: bob@ray.example", "Ann Lee <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("Ann Lee, ann.lee@lee.example, Bob Ray, bob@ray.example", "Ann Lee <ann.lee@lee.example>|Bob Ray <bob@ray.example>")]
    [InlineData("Bob, ann@lee.example", "Bob <>| <ann@lee.example>")]
    [InlineData("Ann Lee - ann@lee.example | Bob - bob@ray.example", "Ann Lee <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("Ann <ann@lee.example> and Bob <bob@ray.example>", "Ann <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("ann@lee.example bob@ray.example", " <ann@lee.example>| <bob@ray.example>")]
    [InlineData("<mailto:ann@lee.example|Ann Lee>, Bob", "Ann Lee <ann@lee.example>|Bob <>")]
    [InlineData("王小明、李雷 <li@lei.example>；田中", "王小明 <>|李雷 <li@lei.example>|田中 <>")]
    // What is not closed is a character like others.
    [InlineData("Ann 5\" Lee <ann@lee.example>, Bob", "Ann 5\" Lee <ann@lee.example>|Bob <>")]
    [InlineData("\"Ann <ann@lee.example>, Bob <bob@ray.example>", "\"Ann <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("Ann (Acme <ann@lee.example>, Bob", "Ann (Acme <ann@lee.example>|Bob <>")]
    [InlineData("Ann <ann@lee.example, Bob <bob@ray.example>", "Ann <ann@lee.example>|Bob <bob@ray.example>")]
    [InlineData("Ann @ Lee", "Ann @ Lee <>")]
    [InlineData("\\", "\\ <>")]
    [InlineData(" , ;\n\"\"", "")]
    public void People_are_set_apart(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', MailboxList.Read(text).Select(person => $"{person.Name} <{person.Email?.Value}>")));

    [Theory]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("(")]
    [InlineData("<")]
    [InlineData("a")]
    [InlineData("\\\"")]
    [InlineData("a, PhD, ")]
    [InlineData("' ,")]
    [InlineData(" ")]
    public void Time_is_linear(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length)) + "@";

        var taken = ProcessorTime.Of(() => Assert.NotNull(MailboxList.Read(text)));

        Assert.InRange(taken.TotalSeconds, 0, 5);
    }
}
