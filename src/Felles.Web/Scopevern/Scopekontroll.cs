using Felles.Web.Administrasjon;
using Felles.Web.Token;

namespace Felles.Web.Scopevern;

/// <summary>
/// Whether the token's consumer holds the scope now, and the supplier, where there is one, its delegation: a token outlives the grant that
/// it was made under. Asked for every call.
/// </summary>
public delegate Driftsadgang Scopekontroll(ValidatedToken token, string scope);
