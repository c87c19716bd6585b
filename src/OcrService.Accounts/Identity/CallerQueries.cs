using Microsoft.EntityFrameworkCore;
using OcrService.Accounts.Storage;

namespace OcrService.Accounts.Identity;

/// <summary>The look-ups that every request makes, compiled once.</summary>
internal static class CallerQueries
{
    /// <summary>An enabled key with its user and domain.</summary>
    public static readonly Func<AccountsContext, string, Task<KeyHolder?>> ByKey = EF.CompileAsyncQuery(
        (AccountsContext db, string accessKey) =>
            (from key in db.AccessKeys
             where key.Id == accessKey && key.IsEnabled
             join user in db.Users on key.UserId equals user.Id
             join domain in db.Domains on user.DomainId equals domain.Id
             where user.IsEnabled
             select new KeyHolder(key.ProtectedSecret, user, domain)).AsNoTracking().FirstOrDefault());

    /// <summary>An enabled user with his domain.</summary>
    public static readonly Func<AccountsContext, string, Task<KeyHolder?>> ByUser = EF.CompileAsyncQuery(
        (AccountsContext db, string userId) =>
            (from user in db.Users
             where user.Id == userId && user.IsEnabled
             join domain in db.Domains on user.DomainId equals domain.Id
             select new KeyHolder("", user, domain)).AsNoTracking().FirstOrDefault());

    /// <summary>A user by the names he gives with his password, disabled ones included.</summary>
    public static readonly Func<AccountsContext, string, string, Task<KeyHolder?>> ByNames = EF.CompileAsyncQuery(
        (AccountsContext db, string domainName, string userName) =>
            (from domain in db.Domains
             where domain.Name == domainName
             join user in db.Users on domain.Id equals user.DomainId
             where user.Name == userName
             select new KeyHolder("", user, domain)).AsNoTracking().FirstOrDefault());
}

/// <summary>A user with his domain and, where it was asked for, the protected secret of a key.</summary>
internal sealed record KeyHolder(string ProtectedSecret, User User, Domain Domain);
