using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What stands of the statements about one element, whatever the order in which they are given.</summary>
public sealed class StatementMergeTests
{
    private const string Ten = "Ann: A recall costs ten thousand dollars.";
    private const string Twelve = "Ann: No wait, it's twelve thousand dollars.";
    private const string Priceless = "Kim: What a recall costs is known to everybody.";
    private const string Nine = "Ann: A recall costs nine thousand dollars.";

    [Fact]
    public void No_statements_are_no_claims() => Assert.Empty(StatementMerge.Of(Spoken.Element("metrics"), [], NeverDisputed, NoRelation));

    [Theory]
    [InlineData("metrics", new[] { Ten }, "stands")]
    [InlineData("metrics", new[] { Ten, Twelve }, "superseded corrects:0")]
    [InlineData("metrics", new[] { Ten, Nine }, "contradicted contradicted")]
    [InlineData("metrics", new[] { Ten, "Ann: Maybe a recall costs nine thousand dollars." }, "stands hedged")]
    [InlineData("metrics", new[] { "Ann: I guess a recall costs nine thousand dollars.", Ten }, "hedged stands")]
    [InlineData("metrics", new[] { Ten, "Ann: No wait, maybe it's twelve thousand dollars." }, "stands hedged")]
    [InlineData("metrics", new[] { Nine, Ten, Twelve }, "superseded superseded corrects:1")]
    [InlineData("metrics", new[] { Ten, Twelve, "Ann: A recall costs twelve thousand dollars." }, "superseded corrects:0 stands")]
    [InlineData("metrics", new[] { Ten, "Ann: We print four hundred labels a day." }, "stands stands")]
    public void Correction_takes_the_place_and_contradiction_takes_both(string name, string[] turns, string expected)
    {
        var element = Spoken.Element(name);
        var statements = Spoken.Statements(element, turns);

        Assert.Equal(expected, Show(statements, StatementMerge.Of(element, statements, NeverDisputed, NoRelation)));
        Assert.Equal(
            StatementMerge.Of(element, statements, NeverDisputed, NoRelation),
            StatementMerge.Of(element, [.. statements.Reverse()], NeverDisputed, NoRelation));
    }

    [Theory]
    [InlineData(new[] { "Ann: The printing is the worst of it.", "Kim: No, chasing approvals hurts far more." }, "superseded corrects:0")]
    [InlineData(
        new[] { "Ann: The printing is the worst of it.", "Ann: Lost files cost nerves.", "Kim: No, chasing approvals hurts far more." },
        "stands superseded corrects:1")]
    [InlineData(
        new[] { "Ann: The printing is the worst of it. | Lost files cost nerves.", "Kim: No, chasing approvals hurts far more." },
        "superseded superseded corrects:1")]
    [InlineData(
        new[] { "Ann: The printing is the worst of it.", "Kim: No, chasing approvals hurts far more. | Designers wait for weeks." },
        "superseded corrects:0 corrects:0")]
    public void Denial_is_about_the_last_statement_before_its_turn(string[] turns, string expected)
    {
        var element = Spoken.Element("identified_pain");
        var statements = Spoken.Statements(element, turns);

        Assert.Equal(expected, Show(statements, StatementMerge.Of(element, statements, NeverDisputed, NoRelation)));
    }

    [Fact]
    public void Claims_come_in_the_order_in_which_they_were_said()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We print forty labels a day. | We print ninety proofs a week.",
            "Kim: Each proof costs forty dollars.");
        var other = said[0] with { Claim = said[0].Claim with { Text = "0" } };

        foreach (var order in (Statement[][])[[said[2], said[1], said[0], other], [other, said[1], said[2], said[0]]])
        {
            Assert.Equal(
                ["0", .. said.Select(statement => statement.Claim.Text)],
                StatementMerge.Of(element, order, NeverDisputed, NoRelation).Select(claim => claim.Text));
        }
    }

    [Fact]
    public void Quotes_that_begin_at_one_place_come_in_order_of_their_words()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We print forty labels a day.")[0];
        Statement[] both = [said with { Claim = said.Claim with { Quote = "b" } }, said with { Claim = said.Claim with { Quote = "a" } }];

        Assert.Equal(["a", "b"], StatementMerge.Of(element, both, NeverDisputed, NoRelation).Select(claim => claim.Quote));
    }

    [Theory]
    [InlineData("Kim: Our label count is forty a week, whatever the labels cost.", "contradicted contradicted")]
    [InlineData("Kim: I have to correct that, we print ninety labels a day.", "superseded corrects:0")]
    [InlineData("Kim: Maybe we print ninety labels a day.", "stands hedged")]
    public void What_a_colleague_disputes_stands_no_more_unless_he_corrects_it_or_is_unsure(string answer, string expected)
    {
        var element = Spoken.Element("metrics");
        var statements = Spoken.Statements(element, "Ann: We print forty labels a day.", answer);

        Assert.Equal(expected, Show(statements, StatementMerge.Of(element, statements, (_, _) => true, NoRelation)));
    }

    [Fact]
    public void What_hardly_speaks_of_it_disputes_a_statement_and_nothing_alone()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We print forty labels a day.", "Kim: A recall costs ten thousand dollars.");
        Statement[] aside = [said[0], said[1] with { IsAside = true }];
        Statement[] asides = [.. said.Select(statement => statement with { IsAside = true })];

        Assert.Equal("contradicted contradicted", Show(said, StatementMerge.Of(element, aside, (_, _) => true, NoRelation)));
        Assert.Empty(StatementMerge.Of(element, asides, (_, _) => true, NoRelation));
    }

    [Theory]
    [InlineData(nameof(StatementRelation.None), Ten, Priceless, "stands stands")]
    [InlineData(nameof(StatementRelation.Corrects), Ten, Priceless, "superseded corrects:0")]
    [InlineData(nameof(StatementRelation.Contradicts), Ten, Priceless, "contradicted contradicted")]
    [InlineData(nameof(StatementRelation.Corrects), Ten, "Kim: Maybe what a recall costs is known to everybody.", "stands hedged")]
    [InlineData(nameof(StatementRelation.Contradicts), Ten, "Kim: Maybe what a recall costs is known to everybody.", "stands hedged")]
    public void What_was_learned_of_a_pair_counts_besides_unless_the_later_one_is_unsure(
        string relation, string first, string second, string expected)
    {
        var element = Spoken.Element("metrics");
        var statements = Spoken.Statements(element, first, second);

        Assert.Equal(expected, Show(
            statements, StatementMerge.Of(element, statements, NeverDisputed, _ => Enum.Parse<StatementRelation>(relation))));
    }

    [Theory]
    [InlineData("Ann: We print forty labels a day.", "Kim: We also print ninety proofs a week.", "Contradicts")]
    [InlineData("Ann: A proof takes us fourteen days to approve.", "Kim: To approve a proof takes two weeks.", "Contradicts")]
    [InlineData("Ann: We print forty labels a day.", "Kim: Our goal is sixty proofs a week.", "Contradicts")]
    [InlineData("Ann: We print forty labels a day.", "Kim: Our goal is sixty proofs a week.", "Corrects")]
    [InlineData("Ann: We print forty labels a day.", "Kim: We also print ninety proofs a week.", "Corrects")]
    [InlineData(
        "Ann: We print forty labels and six catalogues a day.", "Kim: Six catalogues a day make sixty a fortnight, with forty labels.", "Contradicts")]
    [InlineData("Ann: The board meets on the fourteenth of January.", "Kim: On the fourteenth of January the contract is signed.", "Contradicts")]
    public void What_can_plainly_hold_beside_it_is_related_by_nothing_that_was_learned(string earlier, string later, string relation)
    {
        var element = Spoken.Element("metrics");
        var statements = Spoken.Statements(element, earlier, later);

        Assert.Equal("stands stands", Show(
            statements, StatementMerge.Of(element, statements, NeverDisputed, _ => Enum.Parse<StatementRelation>(relation))));
    }

    [Fact]
    public void Somebody_may_be_named_once_and_called_by_his_position_once()
    {
        var element = Spoken.Element("economic_buyer");
        var statements = Spoken.Statements(element, "Ann: Our treasurer signs the contracts.", "Kim: Contracts are signed by Marta Lind.");

        Assert.Equal("stands stands", Show(
            statements, StatementMerge.Of(element, statements, NeverDisputed, _ => StatementRelation.Contradicts)));
    }

    [Fact]
    public void What_a_colleague_disputes_is_what_he_speaks_of()
    {
        var element = Spoken.Element("metrics");
        var statements = Spoken.Statements(element, "Ann: We ship four hundred parcels a day. | A wrong label costs thirty euros.",
            "Kim: The parcels are two hundred at most.");

        Assert.Equal(
            "contradicted stands contradicted", Show(statements, StatementMerge.Of(element, statements, (_, _) => true, NoRelation)));
    }

    [Fact]
    public void What_hardly_speaks_of_it_and_has_corrected_something_is_corrected_itself()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We check two hundred labels a day.", "Kim: No, five hundred labels a day.",
            "Kim: I have to correct that, it's four hundred labels a day.");
        said[1] = said[1] with { IsAside = true };

        Assert.Equal(
            "superseded superseded corrects:1", Show(said, StatementMerge.Of(element, said, NeverDisputed, NoRelation)));
    }

    [Fact]
    public void The_last_statement_before_a_turn_is_the_last_one_that_speaks_of_it()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We print forty labels a day.",
            "Ann: A recall costs ten thousand dollars. | Each proof is looked at by two of us.", "Kim: We print ninety proofs a week.");
        said[2] = said[2] with { IsAside = true };

        Assert.Equal([false, true, true], StatementMerge.PairsOf(said).Where(pair => pair.Later == said[3]).Select(pair => pair.IsLast));
    }

    [Theory]
    [InlineData("Contradicts", false)]
    [InlineData("Corrects", false)]
    [InlineData("None", true)]
    public void What_was_expressly_corrected_stands_against_what_was_learned(string relation, bool isDisputed)
    {
        var element = Spoken.Element("metrics");
        var statements = Spoken.Statements(element, Ten, Twelve, "Kim: Somebody counts the stairs in forty steps.");

        Assert.Equal("superseded corrects:0", Show(statements, StatementMerge.Of(
            element, statements, (_, _) => isDisputed,
            pair => pair.Earlier == statements[1] ? Enum.Parse<StatementRelation>(relation) : StatementRelation.None))[..21]);
    }

    [Fact]
    public void Statements_that_hardly_speak_of_it_contradict_each_other_by_what_was_learned_alone()
    {
        var element = Spoken.Element("metrics");
        Statement[] asides =
        [
            .. Spoken.Statements(element, "Ann: We print forty labels a day.", "Kim: We print ninety labels a day, each day.")
                .Select(statement => statement with { IsAside = true }),
        ];

        Assert.Equal("contradicted contradicted", Show(
            asides, StatementMerge.Of(element, asides, NeverDisputed, _ => StatementRelation.Contradicts)));
        Assert.Empty(StatementMerge.Of(element, asides, NeverDisputed, NoRelation));
    }

    [Fact]
    public void Pairs_are_in_order_and_know_what_stands_between()
    {
        var element = Spoken.Element("metrics");
        var said = Spoken.Statements(element, "Ann: We print forty labels a day.", "Kim: A recall costs ten thousand dollars.",
            "Ann: We print ninety proofs a week.", "Kim: Each proof costs forty dollars.");
        said[1] = said[1] with { IsAside = true };

        var pairs = StatementMerge.PairsOf([.. said.Reverse()]).Select(pair =>
            (Array.IndexOf(said, pair.Earlier), Array.IndexOf(said, pair.Later), pair.Between, pair.IsLast));

        Assert.Equal(
            [(0, 1, 0, true), (0, 2, 0, true), (1, 2, 0, false), (0, 3, 1, false), (1, 3, 1, false), (2, 3, 0, true)], pairs);
    }

    private static StatementRelation NoRelation(StatementPair pair) => StatementRelation.None;

    private static bool NeverDisputed(Statement earlier, Statement later) => false;

    private static string Show(Statement[] statements, IReadOnlyList<Claim> claims) => string.Join(' ', claims.Select(claim =>
        claim.Superseded ? "superseded"
        : claim.Contradicted ? "contradicted"
        : claim.Hedged ? "hedged"
        : claim.Corrects is { } quote ? $"corrects:{Array.FindIndex(statements, statement => statement.Claim.Quote == quote)}"
        : "stands"));
}
