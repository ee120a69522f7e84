using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>What a completion says is checked against the whole document, which takes longer than all else that is done with it.</summary>
public class CompletionReaderTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    public async Task A_completion_is_read_once_and_several_once_more_together(int windows, int expected)
    {
        var reads = 0;
        var (prompt, options) = (new FormPrompt(FieldCatalog.Default), new ExtractionOptions());
        var reader = new CompletionReader(
            prompt.Schema,
            prompt.Core,
            fields =>
            {
                reads++;
                return LeadValues.Of([new(LeadFields.CheatSheet.Name, FieldValue.Of(fields.Text(LeadFields.CheatSheet, LeadFields.CheatSheet.Name)))]);
            },
            options,
            NullLogger.Instance);
        var chat = new ScriptedChatClient(
            [.. Enumerable.Range(1, windows).Select(number => Says(Completions.Of(
                prompt, completion => completion[LeadFields.CheatSheet.Name] = $"Ask for reprint {number}.")))]);
        var call = new ModelCall(
            chat, options, cache: null, budget: null, ExtractionTerms.Usual, TimeProvider.System, NullLogger.Instance, "form");
        var asked = prompt.For(Form.Of(new BookingDocument(Fixtures.Booking())), options);

        var completion = await reader.ReadAsync(call, [.. Enumerable.Repeat(asked, windows)], default);

        Assert.Equal(expected, reads);
        Assert.Equal(
            string.Join('\n', Enumerable.Range(1, windows).Select(number => $"Ask for reprint {number}.")),
            completion.Values[LeadFields.CheatSheet].Text);
    }
}
