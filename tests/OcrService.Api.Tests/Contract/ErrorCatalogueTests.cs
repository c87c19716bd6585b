using System.Reflection;
using OcrService.Accounts;
using OcrService.Api.Contract;
using OcrService.Documents;
using OcrService.Recognition;

namespace OcrService.Api.Tests.Contract;

public sealed class ErrorCatalogueTests
{
    private static readonly Assembly[] Layers = [typeof(Fault).Assembly, typeof(IRecognizer).Assembly, typeof(AccountFaults).Assembly, typeof(ErrorCatalogue).Assembly];

    [Fact]
    public void Every_declared_fault_has_exactly_one_row()
    {
        Fault[] declared =
        [
            .. Layers.SelectMany(a => a.GetTypes())
                .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(f => f.FieldType == typeof(Fault))
                .Select(f => (Fault)f.GetValue(null)!),
        ];

        declared.Length.ShouldBeGreaterThan(20);
        declared.ShouldBeUnique();
        ErrorCatalogue.Entries.Select(e => e.Fault.Name).Order().ShouldBe(declared.Select(f => f.Name).Order());
    }

    [Fact]
    public void Rows_are_complete()
    {
        foreach (ErrorEntry entry in ErrorCatalogue.Entries)
        {
            entry.Code.ShouldMatch(@"^(AIS|APIG|IAM|ModelArts)\.\d{4}$");
            entry.Status.ShouldBeInRange(400, 599);
            entry.Message.ShouldNotBeNullOrWhiteSpace();
            entry.When.ShouldNotBeNullOrWhiteSpace();
            entry.Billable.ShouldBeFalse();
            ErrorCatalogue.For(entry.Fault).ShouldBe(entry);
        }
    }

    [Fact]
    public void One_code_has_one_status_and_one_message_except_the_gateways_collective_ones()
    {
        IEnumerable<IGrouping<string, ErrorEntry>> codes = ErrorCatalogue.Entries.Where(e => e.Code is not ("APIG.0201" or "APIG.0301")).GroupBy(e => e.Code);

        foreach (IGrouping<string, ErrorEntry> code in codes)
            code.Select(e => (e.Status, e.Message)).Distinct().Count().ShouldBe(1, code.Key);
    }

    [Fact]
    public void A_fault_without_a_row_is_told_as_internal() =>
        ErrorCatalogue.For(new Fault("test.unknown")).Code.ShouldBe("ModelArts.4505");
}
