using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using OcrService.Accounts;
using OcrService.Api.Contract;
using OcrService.Recognition;

namespace OcrService.Api.Tests;

/// <summary>
/// The README's tables are printed from the code. Run with OCR_WRITE_README=1 to print them anew, between the markers
/// &lt;!-- NAME:begin --&gt; and &lt;!-- NAME:end --&gt;.
/// </summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_error_table_is_the_catalogue()
    {
        var table = new StringBuilder("| Code | Status | Message | When |\n| --- | --- | --- | --- |\n");
        foreach (ErrorEntry e in ErrorCatalogue.Entries)
            table.Append(CultureInfo.InvariantCulture, $"| {e.Code} | {e.Status} | {e.Message} | {e.When} |\n");

        ShouldStandInReadme("errors", table.ToString());
    }

    [Fact]
    public void The_configuration_table_is_the_options_classes()
    {
        var table = new StringBuilder("| Setting | Default | Meaning | Allowed |\n| --- | --- | --- | --- |\n");
        foreach (Type options in OptionsClasses())
        {
            object defaults = Activator.CreateInstance(options)!;
            foreach (PropertyInfo property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                string meaning = property.GetCustomAttribute<DescriptionAttribute>()?.Description
                    ?? throw new InvalidOperationException($"{options.Name}.{property.Name} has no [Description].");
                RangeAttribute? range = property.GetCustomAttribute<RangeAttribute>();
                string allowed = range is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}");
                table.Append(CultureInfo.InvariantCulture, $"| {Section(options)}:{property.Name} | {Show(property.GetValue(defaults))} | {meaning} | {allowed} |\n");
            }
        }

        ShouldStandInReadme("configuration", table.ToString());
    }

    private static IEnumerable<Type> OptionsClasses() => new[] { typeof(ErrorCatalogue).Assembly, typeof(IRecognizer).Assembly, typeof(AccountFaults).Assembly }
        .SelectMany(a => a.GetTypes())
        .Where(t => t.Name.EndsWith("Options", StringComparison.Ordinal) && t.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true })
        .OrderBy(Section, StringComparer.Ordinal);

    private static string Section(Type options) => (string)options.GetField("Section")!.GetRawConstantValue()!;

    private static string Show(object? value) => value switch
    {
        null => "none",
        IEnumerable list and not string => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>()) : "empty",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void ShouldStandInReadme(string name, string table)
    {
        string path = Path.Combine(RepositoryRoot(), "README.md");
        File.Exists(path).ShouldBeTrue("There is no README.md.");
        string readme = File.ReadAllText(path);
        string begin = $"<!-- {name}:begin -->";
        string end = $"<!-- {name}:end -->";
        int from = readme.IndexOf(begin, StringComparison.Ordinal);
        int to = readme.IndexOf(end, StringComparison.Ordinal);
        (from >= 0 && to > from).ShouldBeTrue($"README.md lacks the markers {begin} and {end}.");

        string expected = "\n" + table;
        if (readme[(from + begin.Length)..to] == expected)
            return;

        if (Environment.GetEnvironmentVariable("OCR_WRITE_README") == "1")
        {
            File.WriteAllText(path, readme[..(from + begin.Length)] + expected + readme[to..]);
            return;
        }

        readme[(from + begin.Length)..to].ShouldBe(expected, $"The table '{name}' of README.md is stale; run this test with OCR_WRITE_README=1.");
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OcrService.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("OcrService.sln is in no folder above the tests.");
    }
}
