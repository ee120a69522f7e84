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
    [InlineData("We plan to sign in May.", "They signed in May")]
    [InlineData("It takes three to four weeks.", "It takes 3 weeks")]
    public void Time_and_limits_are_part_of_it(string quote, string claim) => Check("en", quote, claim, true);

    private static void Check(string language, string quote, string claim, bool isOpen) => Assert.Equal(
        isOpen ? Agreement.Open : Agreement.Agrees, ScopeCheck.Of(Said.Text(claim, language), Said.Passage(quote, language)));
}
