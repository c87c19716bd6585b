using OcrService.Benchmarks.Scoring;
using OcrService.Specimens.Wearing;

namespace OcrService.Benchmarks.Tests.Scoring;

public sealed class SpecimenTallyTests
{
    [Fact]
    public void Documents_stand_beside_kinds_of_wear_and_fields_beside_clean_and_worn()
    {
        var tally = new SpecimenTally();
        tally.AddField("card", "name", WearKind.Clean, "ANA", "ANA");
        tally.AddField("card", "name", WearKind.Photo, "ANA", "ANN");
        tally.AddField("card", "number", WearKind.Photo, "12", "12");
        Table[] tables = [.. tally.Tables()];
        tables.Length.ShouldBe(2);

        tables[0].Print(markdown: false).ShouldContain("card           1.0000  0.5000  0.6667");
        tables[1].Print(markdown: false).ShouldContain("card name          1.0000             1.0000       0.0000            0.6667");
        tables[1].Print(markdown: false).ShouldContain("card number             -                  -       1.0000            1.0000");
    }

    [Fact]
    public void A_refused_picture_has_even_its_empty_fields_wrong()
    {
        FieldTally tally = new FieldTally().With("", null);
        tally.Exact.ShouldBe(0);
        tally.With("", "").Exact.ShouldBe(0.5);
    }
}
