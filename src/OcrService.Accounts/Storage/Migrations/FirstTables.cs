using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace OcrService.Accounts.Storage.Migrations;

/// <summary>All tables. Written by hand without column types, so that each database gets its own and one migration serves both.</summary>
[DbContext(typeof(AccountsContext))]
[Migration("20261127000000_FirstTables")]
internal sealed class FirstTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "domains",
            t => new { id = t.Column<string>(), name = t.Column<string>(), created_at = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_domains", c => c.id));
        migrationBuilder.CreateIndex("IX_domains_name", "domains", "name", unique: true);

        migrationBuilder.CreateTable(
            "projects",
            t => new
            {
                id = t.Column<string>(),
                domain_id = t.Column<string>(),
                name = t.Column<string>(),
                created_at = t.Column<long>(),
                is_enabled = t.Column<bool>(),
                is_pay_per_use = t.Column<bool>(),
                ledger_version = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_projects", c => c.id);
                t.ForeignKey("FK_projects_domains_domain_id", c => c.domain_id, "domains", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_projects_domain_id_name", "projects", ["domain_id", "name"], unique: true);

        migrationBuilder.CreateTable(
            "users",
            t => new
            {
                id = t.Column<string>(),
                domain_id = t.Column<string>(),
                name = t.Column<string>(),
                created_at = t.Column<long>(),
                role = t.Column<string>(),
                project_id = t.Column<string>(nullable: true),
                is_enabled = t.Column<bool>(),
                calls_per_minute = t.Column<int>(nullable: true),
                password_hash = t.Column<string>(),
                stamp = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_users", c => c.id);
                t.ForeignKey("FK_users_domains_domain_id", c => c.domain_id, "domains", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_users_domain_id_name", "users", ["domain_id", "name"], unique: true);

        migrationBuilder.CreateTable(
            "access_keys",
            t => new
            {
                id = t.Column<string>(),
                user_id = t.Column<string>(),
                created_at = t.Column<long>(),
                description = t.Column<string>(),
                is_enabled = t.Column<bool>(),
                protected_secret = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_access_keys", c => c.id);
                t.ForeignKey("FK_access_keys_users_user_id", c => c.user_id, "users", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_access_keys_user_id", "access_keys", "user_id");

        migrationBuilder.CreateTable(
            "failure_counts",
            t => new
            {
                subject = t.Column<string>(),
                source = t.Column<string>(),
                failures = t.Column<int>(),
                last_at = t.Column<long>(),
                locked_until = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_failure_counts", c => new { c.subject, c.source }));

        migrationBuilder.CreateTable(
            "seen_requests",
            t => new { digest = t.Column<string>(), expires_at = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_seen_requests", c => c.digest));
        migrationBuilder.CreateIndex("IX_seen_requests_expires_at", "seen_requests", "expires_at");

        migrationBuilder.CreateTable(
            "subscriptions",
            t => new { project_id = t.Column<string>(), api = t.Column<string>(), is_enabled = t.Column<bool>() },
            constraints: t => t.PrimaryKey("PK_subscriptions", c => new { c.project_id, c.api }));

        migrationBuilder.CreateTable(
            "minute_calls",
            t => new { user_id = t.Column<string>(), api = t.Column<string>(), minute = t.Column<long>(), calls = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_minute_calls", c => new { c.user_id, c.api, c.minute }));

        migrationBuilder.CreateTable(
            "usage_minutes",
            t => new
            {
                project_id = t.Column<string>(),
                minute = t.Column<long>(),
                api = t.Column<string>(),
                outcome = t.Column<string>(),
                calls = t.Column<long>(),
                free = t.Column<long>(),
                packaged = t.Column<long>(),
                pay_per_use = t.Column<long>(),
                charge_micros = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_usage_minutes", c => new { c.project_id, c.minute, c.api, c.outcome }));

        migrationBuilder.CreateTable(
            "month_uses",
            t => new
            {
                project_id = t.Column<string>(),
                api = t.Column<string>(),
                month = t.Column<int>(),
                free = t.Column<long>(),
                pay_per_use = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_month_uses", c => new { c.project_id, c.api, c.month }));

        migrationBuilder.CreateTable(
            "written_batches",
            t => new { id = t.Column<string>(), written_at = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_written_batches", c => c.id));

        migrationBuilder.CreateTable(
            "reservations",
            t => new { id = t.Column<string>(), project_id = t.Column<string>(), api = t.Column<string>(), expires_at = t.Column<long>() },
            constraints: t => t.PrimaryKey("PK_reservations", c => c.id));
        migrationBuilder.CreateIndex("IX_reservations_project_id", "reservations", "project_id");

        migrationBuilder.CreateTable(
            "packages",
            t => new
            {
                id = t.Column<string>(),
                project_id = t.Column<string>(),
                api = t.Column<string>(),
                quota = t.Column<long>(),
                used = t.Column<long>(),
                starts_at = t.Column<long>(),
                expires_at = t.Column<long>(),
                created_at = t.Column<long>(),
                price_micros = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_packages", c => c.id);
                t.ForeignKey("FK_packages_projects_project_id", c => c.project_id, "projects", "id", onDelete: ReferentialAction.Restrict);
            });
        migrationBuilder.CreateIndex("IX_packages_project_id", "packages", "project_id");

        migrationBuilder.CreateTable(
            "audit_entries",
            t => new
            {
                id = Numbered(t.Column<long>()),
                at = t.Column<long>(),
                actor = t.Column<string>(),
                credential = t.Column<string>(),
                source = t.Column<string>(),
                action = t.Column<string>(),
                subject = t.Column<string>(),
                detail = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_audit_entries", c => c.id));

        migrationBuilder.CreateTable(
            "data_protection_keys",
            t => new { id = Numbered(t.Column<int>()), friendly_name = t.Column<string>(nullable: true), xml = t.Column<string>(nullable: true) },
            constraints: t => t.PrimaryKey("PK_data_protection_keys", c => c.id));

        foreach (string statement in ActiveProvider!.EndsWith("PostgreSQL", StringComparison.Ordinal) ? PostgresAuditGuard : SqliteAuditGuard)
            migrationBuilder.Sql(statement);
    }

    private static readonly string[] SqliteAuditGuard =
    [
        "CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_entries BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END",
        "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_entries BEGIN SELECT RAISE(ABORT, 'The audit trail is append-only.'); END",
    ];

    private static readonly string[] PostgresAuditGuard =
    [
        """
        CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The audit trail is append-only.'; END $$
        """,
        """
        CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()
        """,
    ];

    private static OperationBuilder<AddColumnOperation> Numbered(OperationBuilder<AddColumnOperation> column) => column
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
