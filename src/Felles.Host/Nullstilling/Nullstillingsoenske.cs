namespace Felles.Host.Nullstilling;

/// <summary>Whether this run of the sandbox ends in order to begin anew.</summary>
internal sealed class Nullstillingsoenske(IHostApplicationLifetime lifetime)
{
    private volatile bool bedtOm;

    public bool ErBedtOm => bedtOm;

    public void Be()
    {
        bedtOm = true;
        lifetime.StopApplication();
    }
}
