using Microsoft.AspNetCore.Identity;

namespace OcrService.Accounts.Identity;

/// <summary>Hashes passwords with the framework's hasher (PBKDF2). One check costs tens of milliseconds on purpose, so few run at once.</summary>
internal sealed class Passwords : IDisposable
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    private const int MostAtOnce = 2;
    private const int MostWaiting = 32;

    private static readonly PasswordHasher<User> Hasher = new();

    /// <summary>Checked when there is no such user, so that the answer takes as long as for one who exists.</summary>
    private static readonly string NobodysHash = Hash(Secrets.NewPassword());

    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private int _waiting;

    public static bool IsAcceptable(string? password) => password is { Length: >= MinLength and <= MaxLength };

    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>Whether it is the user's password; null when too many others are being checked.</summary>
    public async Task<bool?> CheckAsync(User? user, string password, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _places.WaitAsync(cancellationToken);
            try
            {
                bool isRight = Hasher.VerifyHashedPassword(null!, user?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
                return isRight && user is not null;
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _places.Dispose();
}
