using System.Collections.Frozen;

namespace SalesIntel.Leads;

/// <summary>Words that tell a speaker from a heading: what people call a speaker whose name they do not know, what a role is called, and
/// which words stand before a colon without being anyone's name.</summary>
internal static class SpeakerWords
{
    // A name has none of these words; a clause that happens to end with a colon nearly always has.
    private static readonly FrozenSet<string> Function = Set(
        """
        a an the this that these those my our your his her their its i we you he she they it me us them and or but so because if when
        where what which who whose why how then than there here in on at to for from with without of by about into over after before is
        are was were be been am do does did have has had will would can could should may might must not no yes yeah ok okay well just also
        only very more most some any each every another other please thanks thank let let's
        i'm i've it's that's here's there's what's we're you're don't
        der die das ein eine einen mein meine unser unsere ihr ihre sein ich wir sie er es du und oder aber wenn weil dass was wer wie wo
        warum ist sind war hat haben nicht nein ja doch noch nur auch sehr mit ohne für auf aus bei nach vor zum zur im am vom
        les un une des mon ma mes notre nos votre vos ses leur je nous vous il elle ils elles on et ou mais donc si quand que qui quoi
        comment pourquoi est sont était avec sans pour dans sur par pas non oui très aussi c'est ça ce cette ces
        el los las una unos mi mis nuestro nuestra su sus yo nosotros ellos o pero porque cuando quien como donde es son era con sin por
        en sí muy también esto esta este
        il lo gli uno mio mia nostro nostra suo sua io noi voi loro e perché se quando che chi come dove è sono per su molto anche questo
        questa
        os as um uma meu minha nosso nossa seu eu nós eles não sim em muito isto
        het een mijn ons onze uw haar hun ik wij jij zij hij en of maar omdat als wanneer wat wie hoe waar waarom niet nee ook dit dat
        """);

    // At the beginning they count something ("Two points"); behind a name they may be one.
    private static readonly FrozenSet<string> Counting = Set(
        """
        one two three four five six seven eight nine ten first second third last next eins zwei drei erste zweite letzte nächste deux trois
        premier première dernier dos tres primero primera último due tre primo prima ultimo dois três primeiro primeira twee drie eerste
        """);

    private static readonly FrozenSet<string> Headings = Set(
        """
        note notes agenda summary topic topics subject title date time duration location place venue attendees participants invitees
        present absent meeting recording transcript transcription recap overview background context goal goals objective objectives purpose
        question questions answer example examples point points issue issues problem problems solution solutions idea ideas action actions
        item items step steps task tasks todo todos decision decisions deadline owner status update updates key main conclusion
        conclusions result results reminder warning important caution tip hint info information details detail description comment comments
        remark remarks feedback source sources link links url website email mail phone address company organization organisation budget
        price pricing cost costs timeline timing scope requirement requirements risk risks pros cons option options feature features
        benefit benefits phase part chapter section page figure table appendix ps pps re fwd fw cc bcc sent attachment attachments
        version created updated language takeaway takeaways highlights highlight quick final open follow-up followup quote plan deal total
        think challenge challenges advantage advantages pain size industry country contact start end started ended format
        music applause laughter laughs laughing silence noise crosstalk inaudible unintelligible pause beep ringing cough coughing
        notiz notizen hinweis tagesordnung zusammenfassung thema themen betreff datum uhrzeit dauer ort teilnehmer frage fragen antwort
        antworten beispiel punkt punkte lösung lösungen ziel ziele aufgabe aufgaben schritt schritte ergebnis ergebnisse fazit wichtig
        achtung quelle kosten preis zeitplan nachtrag anmerkung protokoll besprechung aufnahme transkript vorteil nachteil
        remarque ordre jour résumé sujet objet heure durée lieu présents réponse exemple problème objectif objectifs tâche étape étapes
        résultat attention prix coût réunion enregistrement conclusion
        nota notas resumen tema temas asunto fecha hora duración lugar participantes asistentes pregunta preguntas respuesta ejemplo punto
        puntos problema solución objetivo objetivos tarea tareas paso pasos resultado conclusión importante atención fuente precio costo
        presupuesto reunión grabación transcripción
        giorno riassunto argomento oggetto data ora durata luogo partecipanti domanda risposta esempio soluzione obiettivo compito passo
        risultato conclusione attenzione fonte prezzo costo riunione registrazione trascrizione
        pauta resumo assunto pergunta resposta exemplo ponto solução tarefa conclusão atenção fonte preço custo orçamento reunião gravação
        notitie samenvatting onderwerp tijd duur plaats deelnemers vraag antwoord voorbeeld probleem oplossing doel taak resultaat conclusie
        belangrijk bron prijs vergadering opname
        议题 备注 注意 问题 答案 例子 总结 时间 日期 地点 参与者 参会人员 主题 会议 議題 備考 質問 回答 要約 日時 場所 参加者 件名
        """);

    private static readonly FrozenSet<string> Roles = Set(
        """
        host co-host cohost guest moderator interviewer interviewee agent customer client prospect representative sales salesperson
        seller buyer vendor operator caller me you them us presenter panelist speaker participant attendee organizer organiser assistant
        facilitator chair account business product project marketing software senior junior managing technical
        operations procurement internal external unverified muted owner admin member manager director head lead vp svp evp ceo cfo cto coo cmo
        cio cro cpo founder co-founder cofounder president chairman engineer consultant analyst kunde berater gast vendedor cliente
        """);

    private static readonly FrozenSet<string> SpeakerNouns = Set(
        """
        speaker spk participant caller user guest host agent person voice attendee channel interviewer interviewee customer client
        sprecher sprecherin teilnehmer intervenant locuteur orador hablante interlocutor interlocuteur parlante spreker talare puhuja
        mówca спикер говорящий 发言人 说话人 讲者 講者 話者 화자
        """);

    private static readonly FrozenSet<string> Particles = Set("van von de der den da di du del della dos das la le los bin ibn al el zu zum ter ten y e af av");

    private static readonly FrozenSet<string> Unknown = Set("unknown unidentified unnamed unbekannt inconnu desconocido sconosciuto");

    /// <summary>A part of names that is written small, as in <c>Ann van der Lee</c>.</summary>
    internal static bool IsParticle(ReadOnlySpan<char> word) => Has(Particles, word);

    /// <summary>An article, a pronoun, a conjunction: a word that is in no name.</summary>
    internal static bool IsFunction(ReadOnlySpan<char> word) => Has(Function, word);

    /// <summary>A number or what comes in a row: a word that names have at their end at most.</summary>
    internal static bool IsCounting(ReadOnlySpan<char> word) => Has(Counting, word);

    /// <summary>A word that is what a heading says, as <c>Agenda</c>.</summary>
    internal static bool IsHeading(ReadOnlySpan<char> word) => Has(Headings, word);

    /// <summary>A text that begins with what someone is and not with who someone is: <c>CFO</c>, <c>VP of Sales</c>, <c>she/her</c>.</summary>
    internal static bool IsRole(ReadOnlySpan<char> text)
    {
        var word = text.Trim();
        var end = word.IndexOfAny(" ,/&");
        word = (end < 0 ? word : word[..end]).TrimEnd('.');
        return Has(Roles, word) || word is "she" or "he" or "they";
    }

    /// <summary>A label that stands for a speaker whose name is not known: <c>Speaker 2</c>, <c>SPEAKER_00</c>, <c>Guest A</c>.</summary>
    internal static bool IsNumberedSpeaker(ReadOnlySpan<char> name)
    {
        var id = name.Length;
        while (id > 0 && char.IsAsciiDigit(name[id - 1]))
        {
            id--;
        }

        id -= id == name.Length && id > 1 && char.IsAsciiLetter(name[id - 1]) && name[id - 2] is ' ' or '_' or '-' or '#' or ':' ? 1 : 0;
        var noun = name[..id].TrimEnd(" _-#:");
        return id < name.Length ? Has(SpeakerNouns, noun) : IsUnknownSpeaker(name);
    }

    private static bool IsUnknownSpeaker(ReadOnlySpan<char> name)
    {
        var space = name.IndexOf(' ');
        return space > 0 && Has(Unknown, name[..space]) && Has(SpeakerNouns, name[(space + 1)..]);
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
