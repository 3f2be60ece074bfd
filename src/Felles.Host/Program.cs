using Felles.Host;
using Felles.Host.Oppstart;

try
{
    await using var run = await FellesRun.StartAsync(args);
    await run.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (StartFault.Message(e) is { } message)
{
    await Console.Error.WriteLineAsync(message);
    return StartFault.ExitCode;
}
