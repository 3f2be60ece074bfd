namespace Felles.Client;

/// <summary>A client file that cannot be used. The message is written for the person at the keyboard.</summary>
public sealed class KlientfilException : Exception
{
    public KlientfilException(string melding, Exception? aarsak = null)
        : base(melding, aarsak)
    {
    }
}
