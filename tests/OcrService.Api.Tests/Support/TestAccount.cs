using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OcrService.Accounts;
using OcrService.Accounts.Identity;
using OcrService.Accounts.Storage;

namespace OcrService.Api.Tests.Support;

/// <summary>The account that tests call with. Its database is made once, and every service under test gets a copy.</summary>
internal sealed class TestAccount
{
    public const string ProjectId = "0123456789abcdef0123456789abcdef";
    public const string Domain = "test-domain";
    public const string User = "test-user";
    public const string Password = "test-password";
    public const string AccessKey = "EXAMPLEAK0123456789A";
    public const string SecretKey = "ExampleSecretKeyForTestVectors0123456789";
    public const string Region = "test-1";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "accounts");
    private static readonly Lazy<Task<TestAccount>> Made = new(MakeAsync);

    private TestAccount(string database, string token)
    {
        Database = database;
        Token = token;
    }

    /// <summary>A token for the project, good in every copy of the database.</summary>
    public string Token { get; }

    private string Database { get; }

    public static TestAccount Get() => Made.Value.GetAwaiter().GetResult();

    /// <summary>A copy of the database, as a connection string.</summary>
    public static string NewDatabase()
    {
        string path = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".db");
        File.Copy(Get().Database, path);
        return "Data Source=" + path;
    }

    /// <summary>Deletes such a copy when nobody uses it any more.</summary>
    public static void Delete(string connectionString)
    {
        string path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        foreach (string suffix in new[] { "", "-wal", "-shm" })
            File.Delete(path + suffix);
    }

    private static async Task<TestAccount> MakeAsync()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        string path = Path.Combine(Folder, "template.db");
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<BootstrapOptions>(o =>
        {
            o.Domain = Domain;
            o.User = User;
            o.Password = Password;
            o.AccessKey = AccessKey;
            o.SecretKey = SecretKey;
            o.ProjectId = ProjectId;
            o.Region = Region;
        });
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddAccounts("Data Source=" + path, keyCertificate: null, _ => { });
        string token;
        using (IHost host = builder.Build())
        {
            await host.StartAsync();
            Tokens tokens = host.Services.GetRequiredService<Tokens>();
            token = (await tokens.IssueAsync(Domain, User, Password, new TokenScope(true, ProjectId, null), "test", CancellationToken.None)).Value.Text;
            await host.StopAsync();
        }

        // The last connection takes the write-ahead log into the file.
        SqliteConnection.ClearAllPools();
        return new TestAccount(path, token);
    }
}
