using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Felles.Folkeregister.Tjenester;

/// <summary>What the OpenAPI document says of the consumer services.</summary>
internal static class Dokumentasjon
{
    private const string Json = "application/json";
    private const string Xml = "application/xml";

    public static IEndpointConventionBuilder Beskriv(
        this IEndpointConventionBuilder rute, Tjeneste tjeneste, string sammendrag, Delegate parametre, params int[] statuser)
    {
        rute.WithName($"{tjeneste.Navn}-{tjeneste.Pakke.Navn}")
            .WithTags(tjeneste.Pakke.Navn)
            .WithSummary($"{sammendrag} – {tjeneste.Pakke.Tittel}")
            // The parameters are documented by the signature of a method that is never called: the route itself is a bare request delegate.
            .WithMetadata(parametre.Method, new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(object), [Json, Xml]));
        foreach (var parameter in parametre.Method.GetParameters())
            rute.WithMetadata(new Parameter(parameter));
        foreach (var status in statuser)
            rute.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(object), [Json, Xml]));
        return rute;
    }

    /// <summary>The media types of an answer that comes in others than JSON and XML.</summary>
    public static IEndpointConventionBuilder MedTyper(this IEndpointConventionBuilder rute, params string[] typer) =>
        rute.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(object), typer));

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
