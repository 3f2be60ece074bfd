using Felles.Storage;

namespace Felles.Folkeregister.Hendelser.Webhooks;

/// <summary>
/// The right to send to one subscriber. Prolonged well before it ends: an attempt that takes all its time, begun just before a renewal is
/// due, is over while the right still holds.
/// </summary>
internal sealed class Webhookleie(Database database, TimeProvider tid, string navn)
{
    /// <summary>The longest time to wait without asking.</summary>
    public static readonly TimeSpan Blikk = TimeSpan.FromSeconds(10);

    private readonly Lease leie = new(database, "webhook/" + navn, TimeSpan.FromSeconds(30));
    private long? tatt;

    /// <summary>False when another host has it.</summary>
    public async Task<bool> HarAsync(CancellationToken ct)
    {
        if (tatt is { } sist && tid.GetElapsedTime(sist) < Blikk)
            return true;
        tatt = null;
        var naa = tid.GetTimestamp();
        if (!await leie.TakeAsync(ct))
            return false;
        tatt = naa;
        return true;
    }

    /// <summary>Waits and keeps the right. False when it was lost.</summary>
    public async Task<bool> VentAsync(TimeSpan pause, CancellationToken ct)
    {
        for (var rest = pause; rest > TimeSpan.Zero; rest -= Blikk)
        {
            await Task.Delay(rest < Blikk ? rest : Blikk, tid, ct);
            if (!await HarAsync(ct))
                return false;
        }

        return true;
    }

    public Task SlippAsync()
    {
        tatt = null;
        return leie.ReleaseAsync(CancellationToken.None);
    }
}
