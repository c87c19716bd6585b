using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Identity;

/// <summary>The look-ups that every request makes.</summary>
internal static class CallerQueries
{
    /// <summary>An enabled key with its user and domain.</summary>
    public static Task<KeyHolder?> ByKeyAsync(AccountsContext db, string accessKey, CancellationToken cancellationToken) =>
        (from key in db.AccessKeys
         where key.Id == accessKey && key.IsEnabled
         join user in db.Users on key.UserId equals user.Id
         join domain in db.Domains on user.DomainId equals domain.Id
         where user.IsEnabled
         select new KeyHolder(key.ProtectedSecret, user, domain)).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>An enabled user with his domain.</summary>
    public static Task<KeyHolder?> ByUserAsync(AccountsContext db, string userId, CancellationToken cancellationToken) =>
        (from user in db.Users
         where user.Id == userId && user.IsEnabled
         join domain in db.Domains on user.DomainId equals domain.Id
         select new KeyHolder("", user, domain)).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>A user by the names he gives with his password, disabled ones included.</summary>
    public static Task<KeyHolder?> ByNamesAsync(AccountsContext db, string domainName, string userName, CancellationToken cancellationToken) =>
        (from domain in db.Domains
         where domain.Name == domainName
         join user in db.Users on domain.Id equals user.DomainId
         where user.Name == userName
         select new KeyHolder("", user, domain)).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A user with his domain and, where it was asked for, the protected secret of a key.</summary>
internal sealed record KeyHolder(string ProtectedSecret, User User, Domain Domain);
