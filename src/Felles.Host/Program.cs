using Felles.Host;

await using var run = await FellesRun.StartAsync(args);
await run.WaitForShutdownAsync();
