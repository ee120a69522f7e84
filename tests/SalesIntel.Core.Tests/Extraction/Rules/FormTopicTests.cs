namespace SalesIntel.Extraction;

/// <summary>What questions of forms ask for, in the words of an author who had not seen the lists.</summary>
public class FormTopicTests
{
    [Theory]
    [InlineData("Unter welcher Nummer erreichen wir Sie?", "Phone")]
    [InlineData("Welche Nummer dürfen wir anrufen?", "Phone")]
    [InlineData("À quel numéro peut-on vous joindre ?", "Phone")]
    [InlineData("¿En qué número podemos localizarle?", "Phone")]
    [InlineData("Em que número podemos ligar?", "Phone")]
    [InlineData("Welche Ziele wollen Sie erreichen?", "Goal")]
    [InlineData("How many folks are on your team?", "Staff")]
    [InlineData("Mit welchen Werkzeugen arbeiten Sie derzeit?", "Tools")]
    [InlineData("Avec quels outils travaillez-vous ?", "Tools")]
    [InlineData("¿Con qué trabajan hoy?", "Tools")]
    [InlineData("Who pointed you to us?", "Referral")]
    [InlineData("Wer hat Sie auf uns gebracht?", "Referral")]
    [InlineData("Qui vous a parlé de nous ?", "Referral")]
    [InlineData("¿Quién le habló de nosotros?", "Referral")]
    [InlineData("Quem falou da gente?", "Referral")]
    [InlineData("Nom de la compagnie", "Company")]
    [InlineData("Name Ihrer Kanzlei", "Company")]
    [InlineData("¿Cuál es su mayor problema?", "Pain")]
    [InlineData("¿Cuándo quieren empezar?", "Timing")]
    [InlineData("Quando pretendem começar?", "Timing")]
    [InlineData("Quand pensez-vous démarrer ?", "Timing")]
    [InlineData("O que a sua empresa faz?", "CompanyDescription")]
    [InlineData("Was Ihr Unternehmen macht", "CompanyDescription")]
    public void Question_asks_for(string question, string topic) => Assert.Equal(topic, string.Join(", ", FormTopics.Of(question)));
}
