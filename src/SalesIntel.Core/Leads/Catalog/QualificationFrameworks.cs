namespace SalesIntel.Leads;

/// <summary>The frameworks that SalesIntel knows.</summary>
public static class QualificationFrameworks
{
    private static readonly QualificationElement[] MeddicElements =
    [
        new("metrics")
        {
            Ask = "Numbers that measure today's cost and the goal: volumes, times, money, targets.",
            Question = "Which number would show that this was worth it?",
        },
        new("economic_buyer")
        {
            IsPerson = true,
            Ask = "The person with the final say over the money: name, role, limits of approval. Not necessarily "
                + "in the meeting.",
            Question = "Who has the final say over the money?",
        },
        new("decision_criteria")
        {
            Ask = "What a solution must do or cost to be chosen.",
            Question = "What must a solution do, or cost, for you to choose it?",
        },
        new("decision_process")
        {
            Ask = "Steps, people, reviews and dates until the signature.",
            Question = "Which steps are there until a signature, and by when?",
            Counts = StatementSide.Any,
        },
        new("identified_pain")
        {
            Ask = "What hurts today, and the consequence.",
            Question = "What happens if nothing changes?",
        },
        new("champion")
        {
            Ask = "The person on the customer's side who sells the solution inside, and how that shows.",
            Question = "Who wants this inside the company, and why?",
        },
        new("competition")
        {
            Ask = "Other vendors, tools they own, own development, or doing nothing, with what is said about "
                + "them.",
            Question = "What else are you looking at, and what if you do nothing?",
        },
    ];

    /// <summary>Metrics, economic buyer, decision criteria, decision process, identified pain, champion, competition.</summary>
    public static QualificationFramework Meddic { get; } = new("meddic", "MEDDIC", MeddicElements);

    /// <summary>MEDDIC with the paper process; shares MEDDIC's fields.</summary>
    public static QualificationFramework Meddpicc { get; } = new(
        "meddpicc",
        "MEDDPICC",
        [
            .. MeddicElements.Take(4).Select(Shared),
            new("paper_process")
            {
                Ask = "Contracts, legal, security and procurement paperwork that has to be done, who does it and how long it takes.",
                Question = "Which paperwork is there - legal, security, procurement - and how long does it take?",
                Counts = StatementSide.Any,
            },
            .. MeddicElements.Skip(4).Select(Shared),
        ],
        Meddic.Confidence);

    /// <summary>Budget, authority, need, timing: fills the fields that a booking fills too; the meeting wins.</summary>
    public static QualificationFramework Bant { get; } = new(
        "bant",
        "BANT",
        [
            new("budget")
            {
                Ask = "What is said on money: a budget, what the problem costs, what may be spent and who approves it.",
                Question = "Is there a budget for this, and what does the problem cost today?",
                Field = LeadFields.BudgetSignal,
            },
            new("authority")
            {
                Ask = "Who decides, who else has to agree, and what the people in the meeting may decide themselves.",
                Question = "Who decides on a tool like this, and who else has to agree?",
                Field = LeadFields.AuthoritySignal,
            },
            new("need")
            {
                Ask = "Why a solution is needed: the problem and its consequence.",
                Question = "What happens today that should not, and how often?",
                Field = LeadFields.NeedSignal,
            },
            new("timing")
            {
                Ask = "Dates, deadlines and urgency.",
                Question = "Is there a date that makes this important?",
                Field = LeadFields.TimingSignal,
            },
        ]);

    /// <summary>Situation, pain, impact, critical event, decision.</summary>
    public static QualificationFramework Spiced { get; } = new(
        "spiced",
        "SPICED",
        [
            new("situation")
            {
                Ask = "The customer's situation: who they are, how they work today, which tools and teams are involved.",
                Question = "How does this work at your company today?",
            },
            new("pain") { Ask = "What hurts today.", Question = "What is the problem with it?" },
            new("impact")
            {
                Ask = "What the pain costs or what solving it would bring, with numbers as said.",
                Question = "What does that cost you, and what would change if it were solved?",
            },
            new("critical_event")
            {
                Ask = "The event or date that makes a solution necessary, and what happens when it is missed.",
                Question = "Is there a date by which this must work, and what if it is missed?",
            },
            new("decision")
            {
                Ask = "Who decides, by which process and criteria, until when.",
                Question = "How do you decide on this, and who takes part?",
                Counts = StatementSide.Any,
            },
        ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<QualificationFramework> All { get; } = [Meddic, Meddpicc, Bant, Spiced];

    private static QualificationElement Shared(QualificationElement element) => new(element.Name)
    {
        Label = element.Label,
        Ask = element.Ask,
        Question = element.Question,
        Counts = element.Counts,
        IsPerson = element.IsPerson,
        Field = Meddic.FieldOf(element),
    };
}
