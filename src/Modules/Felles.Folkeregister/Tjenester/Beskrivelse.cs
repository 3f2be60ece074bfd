using System.Reflection;
using Felles.Folkeregister.Dokumentasjon;
using Felles.Web.Dokumenter;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Felles.Folkeregister.Tjenester;

/// <summary>What the OpenAPI document says of the consumer services.</summary>
internal static class Beskrivelse
{
    /// <param name="rute">The endpoint.</param>
    /// <param name="tjeneste">The service in its package.</param>
    /// <param name="sammendrag">One line.</param>
    /// <param name="parametre">A method that is never called: its signature names the parameters. The body is told of by
    /// <paramref name="innhold"/>.</param>
    /// <param name="innhold">Schemas and examples of body and answer.</param>
    /// <param name="statuser">Refusals that the service itself gives.</param>
    public static IEndpointConventionBuilder Beskriv(
        this IEndpointConventionBuilder rute, Tjeneste tjeneste, string sammendrag, Delegate parametre, Innhold innhold,
        params int[] statuser)
    {
        rute.WithName($"{tjeneste.Navn}-{tjeneste.Pakke.Navn}")
            .WithTags(tjeneste.Pakke.Navn)
            .WithSummary($"{sammendrag} – {tjeneste.Pakke.Tittel}")
            // The framework lists an endpoint by its signature, and the route itself is a bare request delegate.
            .WithMetadata(parametre.Method, new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(object), innhold.Medietyper))
            .WithMetadata(new OpenApiOperasjon(new Operasjonsskriver(tjeneste, parametre.Method, innhold, statuser).Les));
        foreach (var parameter in parametre.Method.GetParameters())
            rute.WithMetadata(new Parameter(parameter));
        return rute;
    }

    /// <summary>What the framework notes of a parameter that it binds itself.</summary>
    private sealed class Parameter(ParameterInfo parameter) : IParameterBindingMetadata
    {
        public string Name => parameter.Name!;

        public bool HasTryParse => true;

        public bool HasBindAsync => false;

        public ParameterInfo ParameterInfo => parameter;

        public bool IsOptional => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
    }
}
