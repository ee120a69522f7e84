namespace SalesIntel.Extraction;

/// <summary>What a claim may not leave out of its quote, and not add to it: conditions, "all", "only", and the opposite.</summary>
public sealed class ReachOfClaimTests
{
    [Theory]
    [InlineData("en", "If legal agrees, we sign in May.", "Signature in May", true)]
    [InlineData("en", "If legal agrees, we sign in May.", "If legal agrees, signature in May", false)]
    [InlineData("en", "If legal agrees, we sign in May.", "Signature in May, except legal", false)]
    [InlineData("en", "We sign in May.", "Signature in May", false)]
    [InlineData("en", "We sign in May.", "If legal agrees, signature in May", false)]
    [InlineData("de", "Wenn der Chef zustimmt, testen wir im Mai.", "Test im Mai", true)]
    [InlineData("fr", "Si la direction est d'accord, on signe en mai.", "Signature en mai", true)]
    [InlineData("es", "Si la dirección acepta, firmamos en mayo.", "Firma en mayo", true)]
    [InlineData("pt", "Se a direção aceitar, assinamos em maio.", "Assinatura em maio", true)]
    public void Condition_is_not_dropped(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "The orders are wrong.", "All orders are wrong", true)]
    [InlineData("en", "All orders are wrong.", "All orders are wrong", false)]
    [InlineData("en", "The orders are wrong.", "Orders are already wrong", true)]
    [InlineData("de", "Aufträge sind falsch.", "Alle Aufträge sind falsch", true)]
    [InlineData("fr", "Les commandes sont fausses.", "Toutes les commandes sont fausses", true)]
    [InlineData("es", "Los pedidos son malos.", "Todos los pedidos son malos", true)]
    [InlineData("pt", "Os pedidos são ruins.", "Todos os pedidos são ruins", true)]
    public void All_is_not_added(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "It reads forms.", "It only reads forms", true)]
    [InlineData("en", "It just reads forms.", "It only reads forms", false)]
    [InlineData("en", "It only reads forms.", "It reads forms", false)]
    [InlineData("fr", "Il lit les formulaires.", "Il lit seulement les formulaires", true)]
    [InlineData("es", "Lee los formularios.", "Lee solamente los formularios", true)]
    [InlineData("pt", "Lê os formulários.", "Lê apenas os formulários", true)]
    public void Only_is_not_added(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "Ours is slower than theirs.", "Theirs is faster", true)]
    [InlineData("en", "Ours is slower than theirs.", "Theirs is slower", false)]
    [InlineData("en", "Ours is slower, theirs faster.", "Theirs is faster", false)]
    [InlineData("en", "Ours is good.", "Theirs is faster", false)]
    [InlineData("de", "Unseres ist langsamer.", "Ihres ist schneller", true)]
    [InlineData("fr", "Notre coût baisse.", "Leur coût augmente", true)]
    [InlineData("es", "Nuestro coste baja.", "Su coste sube", true)]
    [InlineData("pt", "Nosso custo desce.", "Seu custo sobe", true)]
    public void Opposite_is_not_said(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "Still in the race is Pipit.", "Pipit is out of the race", true)]
    [InlineData("en", "We stopped the trial.", "They started the trial", true)]
    [InlineData("en", "We sign after the audit, not before it.", "They sign before the audit", true)]
    [InlineData("en", "We sign after the audit, not before it.", "They sign after the audit", false)]
    [InlineData("en", "We told them no.", "They said yes to them", true)]
    [InlineData("de", "Pipit haben wir abgesagt.", "Pipit haben sie zugesagt", true)]
    [InlineData("fr", "On a refusé le devis.", "Ils ont accepté le devis", true)]
    public void Other_side_is_not_said(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "We almost bought Pipit.", "They bought Pipit", true)]
    [InlineData("en", "We almost bought Pipit.", "They nearly bought Pipit", false)]
    [InlineData("en", "Approval takes almost four weeks and comments get lost in the mail.", "Comments get lost", false)]
    [InlineData("en", "Approval takes almost four weeks and comments get lost in the mail.", "Approval takes four weeks", true)]
    [InlineData("en", "My brother pays nine hundred. We reprint labels.", "Labels are reprinted", false)]
    [InlineData("en", "Except for payroll everything is keyed by hand.", "Payroll is keyed by hand", true)]
    [InlineData("en", "Except for payroll everything is keyed by hand.", "Everything but payroll is keyed by hand", false)]
    [InlineData("en", "In the worst case forty orders are lost.", "Forty orders are lost", true)]
    [InlineData("en", "My brother pays nine hundred.", "Nine hundred is paid", true)]
    [InlineData("en", "My brother pays nine hundred.", "His brother pays nine hundred", false)]
    [InlineData("en", "Our sister company runs Pipit.", "They run Pipit", true)]
    [InlineData("en", "According to the press the gain is forty percent.", "The gain is forty percent", true)]
    [InlineData("de", "Fast hätten wir Pipit gekauft.", "Sie haben Pipit gekauft", true)]
    [InlineData("de", "Außer der Lohnabrechnung läuft alles von Hand.", "Die Lohnabrechnung läuft von Hand", true)]
    [InlineData("de", "Meine Schwester zahlt neunhundert.", "Neunhundert werden gezahlt", true)]
    [InlineData("fr", "On a failli acheter Pipit.", "Ils ont acheté Pipit", true)]
    [InlineData("fr", "Sauf la paie, tout est saisi à la main.", "La paie est saisie à la main", true)]
    [InlineData("es", "Casi compramos Pipit.", "Compraron Pipit", true)]
    [InlineData("es", "Salvo las nóminas, todo va a mano.", "Las nóminas van a mano", true)]
    [InlineData("pt", "Quase comprámos a Pipit.", "Compraram a Pipit", true)]
    [InlineData("pt", "Um concorrente nosso usa a Pipit.", "Usam a Pipit", true)]
    public void Reservation_is_not_dropped(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "First we run a pilot, then the board votes.", "The board votes, then a pilot", true)]
    [InlineData("en", "First we run a pilot, then the board votes.", "The board votes before the pilot", true)]
    [InlineData("en", "First we run a pilot, then the board votes.", "Pilot, board vote", false)]
    [InlineData("en", "First we run a pilot, then the board votes on the pilot.", "The board votes on the pilot", false)]
    [InlineData("en", "We run a pilot, and the board votes.", "The board votes, and a pilot runs", false)]
    [InlineData("de", "Erst kommt der Test, dann die Freigabe.", "Erst die Freigabe, dann der Test", true)]
    [InlineData("fr", "D'abord un test, puis la signature.", "La signature, puis un test", true)]
    [InlineData("es", "Primero una prueba, luego la firma.", "La firma, luego una prueba", true)]
    [InlineData("pt", "Primeiro um piloto, depois a assinatura.", "A assinatura, depois um piloto", true)]
    public void Order_is_the_one_that_is_said(string language, string quote, string claim, bool isOpen) => Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("en", "Legal needs ten days, security twelve.", "Security needs ten days", true)]
    [InlineData("en", "Legal needs ten days, security twelve.", "Legal needs ten days", false)]
    [InlineData("en", "Legal needs ten days, security twelve.", "Ten days for legal, twelve for security", false)]
    [InlineData("en", "Sales fell by eight percent, while costs rose by three.", "Costs rose by eight percent", true)]
    [InlineData("en", "Legal needs ten days, and two clerks read it.", "Two clerks read it for legal", false)]
    [InlineData("de", "Die Prüfung braucht zehn Tage, der Einkauf fünf.", "Der Einkauf braucht zehn Tage", true)]
    [InlineData("fr", "Le juridique a besoin de dix jours, les achats de cinq.", "Les achats ont besoin de dix jours", true)]
    [InlineData("es", "Legal tarda diez días y compras cinco.", "Compras tarda diez días", true)]
    [InlineData("pt", "O jurídico demora dez dias e as compras cinco.", "As compras demoram dez dias", true)]
    public void Number_stays_with_what_it_is_said_of(string language, string quote, string claim, bool isOpen) =>
        Check(language, quote, claim, isOpen);

    [Theory]
    [InlineData("We plan to sign in May.", "They signed in May")]
    [InlineData("It takes three to four weeks.", "It takes 3 weeks")]
    public void Time_and_limits_are_part_of_it(string quote, string claim) => Check("en", quote, claim, true);

    private static void Check(string language, string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, ScopeCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
