using System.Diagnostics;
using Microsoft.Data.Sqlite;
using OcrService.Api.Tests.Support;

namespace OcrService.Api.Tests.WholePath.Outages;

/// <summary>The file is locked by somebody else, or the disk under it is full.</summary>
[Collection(OutageRun.Name)]
public sealed class SqliteAwayTests
{
    [Fact]
    public async Task A_locked_file_stops_nobody_who_is_known()
    {
        string database = TestAccount.NewDatabase();
        try
        {
            await using ServiceProcess service = await ServiceProcess.StartAsync(database, Witness.Settings);
            Witness witness = await Witness.CreateAsync(service);
            await witness.ShouldBeBilledAsync();
            await using (var other = new SqliteConnection(database + ";Pooling=False"))
            {
                await other.OpenAsync();
                await ExecuteAsync(other, "BEGIN EXCLUSIVE");
                await witness.CallAsync(10);
                await witness.ShouldRefuseOthersAsync();
                await witness.ShouldBeReadyAsync();
                (await witness.MetricAsync("ocr_database_away")).ShouldBe(1);
                await ExecuteAsync(other, "ROLLBACK");
            }

            await witness.WaitUntilBackAsync();
            await witness.ShouldBeBilledAsync();
        }
        finally
        {
            TestAccount.Delete(database);
        }
    }

    [MountFact]
    public async Task A_full_disk_stops_nobody_who_is_known()
    {
        string disk = Path.Combine(AppContext.BaseDirectory, "disk-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(disk);
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk);
        try
        {
            await using ServiceProcess service = await ServiceProcess.StartAsync("Data Source=" + Path.Combine(disk, "accounts.db"), Witness.Settings);
            Witness witness = await Witness.CreateAsync(service);
            await witness.ShouldBeBilledAsync();

            string filler = Path.Combine(disk, "filler");
            Fill(filler);
            for (int i = 0; i < 100 && await witness.MetricAsync("ocr_database_away") == 0; i++)
                await witness.CallAsync(5);
            (await witness.MetricAsync("ocr_database_away")).ShouldBe(1);
            await witness.CallAsync(10);
            await witness.ShouldRefuseOthersAsync();
            await witness.ShouldBeReadyAsync();

            File.Delete(filler);
            await witness.WaitUntilBackAsync();
            await witness.ShouldBeBilledAsync();
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    private static void Fill(string path)
    {
        using FileStream file = File.Create(path, bufferSize: 0);
        byte[] block = new byte[4096];
        try
        {
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, program);
    }

    /// <summary>Skipped, with the reason in the report, for who may not mount a disk.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class MountFactAttribute : FactAttribute
    {
        public MountFactAttribute() => Skip = WhyNot();

        private static string? WhyNot()
        {
            using Process? mount = Process.Start("sh", ["-c", "d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d 2>/dev/null && umount $d && rmdir $d"]);
            mount!.WaitForExit();
            return mount.ExitCode == 0 ? null : "this user may not mount a small disk to fill it (root may)";
        }
    }
}
