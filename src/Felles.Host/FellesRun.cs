using Felles.Host.Nullstilling;
using Felles.Storage;
using Felles.Storage.Nullstilling;
using Microsoft.Extensions.Options;

namespace Felles.Host;

/// <summary>
/// The program from start to stop. A sandbox that is reset is stopped, emptied and started again in the same process: every cache, follower
/// and open file of the old one is gone, so nothing of it can leak into the new one.
/// </summary>
public sealed class FellesRun : IAsyncDisposable
{
    private readonly string[] _args;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FellesRun(string[] args, WebApplication app)
    {
        _args = args;
        App = app;
    }

    /// <summary>The application that runs now; another one after a reset.</summary>
    public WebApplication App { get; private set; }

    public static async Task<FellesRun> StartAsync(string[] args)
    {
        var app = FellesApp.Create(args);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var run = new FellesRun(args, app);
        _ = run.FollowAsync();
        return run;
    }

    /// <summary>Ends when the program was told to stop, not when the sandbox was reset.</summary>
    public Task WaitForShutdownAsync() => _ended.Task;

    public async ValueTask DisposeAsync()
    {
        if (!_ended.Task.IsCompleted)
            App.Lifetime.StopApplication();
        await _ended.Task;
    }

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await App.WaitForShutdownAsync();
                var reset = App.Services.GetRequiredService<Nullstillingsoenske>();
                var options = App.Services.GetRequiredService<IOptions<FellesOptions>>().Value;
                var schemas = App.Services.GetServices<MigrationSet>().Select(s => s.Schema).ToArray();
                await App.DisposeAsync();
                if (!reset.ErBedtOm)
                    break;
                await SandboxReset.RunAsync(options, schemas);
                App = FellesApp.Create(_args);
                await App.StartAsync();
            }

            _ended.SetResult();
        }
        catch (Exception e)
        {
            // The one who waits for the end gets the reason; there is nobody else left to tell.
            _ended.SetException(e);
        }
    }
}
