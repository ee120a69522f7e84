using SalesIntel.SampleHost;

return await SampleProgram.Create().RunAsync(args);
