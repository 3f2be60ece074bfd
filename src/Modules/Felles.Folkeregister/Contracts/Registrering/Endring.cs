using Felles.Folkeregister.Contracts.Personmodell;
using Felles.Kernel.Tid;

namespace Felles.Folkeregister.Contracts.Registrering;

/// <summary>What is done with one entry of an element. A closed list.</summary>
public abstract record Endring<T>
    where T : Opplysning
{
    private protected Endring()
    {
    }

    internal abstract TResultat Match<TResultat>(
        Func<Nyopplysning<T>, TResultat> ny, Func<Retting<T>, TResultat> retting, Func<Annullering<T>, TResultat> annullering,
        Func<Opphoer<T>, TResultat> opphoer);
}

/// <summary>A new value from now on. What it replaces becomes history.</summary>
/// <param name="Opplysning">The entry; its metadata come from the message, but for <c>gyldighetstidspunkt</c> if it has one.</param>
public sealed record Nyopplysning<T>(T Opplysning) : Endring<T>
    where T : Opplysning
{
    internal override TResultat Match<TResultat>(
        Func<Nyopplysning<T>, TResultat> ny, Func<Retting<T>, TResultat> retting, Func<Annullering<T>, TResultat> annullering,
        Func<Opphoer<T>, TResultat> opphoer) => ny(this);
}

/// <summary>What stood was wrong and is written over.</summary>
/// <param name="Opplysning">What should have stood.</param>
/// <param name="Hvilken">Which entry; null for the current one.</param>
public sealed record Retting<T>(T Opplysning, Func<T, bool>? Hvilken = null) : Endring<T>
    where T : Opplysning
{
    internal override TResultat Match<TResultat>(
        Func<Nyopplysning<T>, TResultat> ny, Func<Retting<T>, TResultat> retting, Func<Annullering<T>, TResultat> annullering,
        Func<Opphoer<T>, TResultat> opphoer) => retting(this);
}

/// <summary>What stood should never have been there.</summary>
/// <param name="Hvilken">Which entry; null for the current one.</param>
public sealed record Annullering<T>(Func<T, bool>? Hvilken = null) : Endring<T>
    where T : Opplysning
{
    internal override TResultat Match<TResultat>(
        Func<Nyopplysning<T>, TResultat> ny, Func<Retting<T>, TResultat> retting, Func<Annullering<T>, TResultat> annullering,
        Func<Opphoer<T>, TResultat> opphoer) => annullering(this);
}

/// <summary>It ended, and nothing takes its place.</summary>
/// <param name="Tidspunkt">When; not in the future.</param>
/// <param name="Hvilken">Which entry; null for the current one.</param>
public sealed record Opphoer<T>(Tidspunkt Tidspunkt, Func<T, bool>? Hvilken = null) : Endring<T>
    where T : Opplysning
{
    internal override TResultat Match<TResultat>(
        Func<Nyopplysning<T>, TResultat> ny, Func<Retting<T>, TResultat> retting, Func<Annullering<T>, TResultat> annullering,
        Func<Opphoer<T>, TResultat> opphoer) => opphoer(this);
}
