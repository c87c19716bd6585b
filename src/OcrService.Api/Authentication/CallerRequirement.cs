using OcrService.Accounts.Identity;

namespace OcrService.Api.Authentication;

/// <summary>Endpoint metadata: somebody must have signed in.</summary>
/// <param name="Level">What he must be allowed in the project of the path; null: the endpoint decides itself.</param>
internal sealed record CallerRequirement(AccessLevel? Level)
{
    public static readonly CallerRequirement AnyCaller = new((AccessLevel?)null);
}
