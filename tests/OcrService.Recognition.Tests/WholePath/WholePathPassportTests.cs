using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;
using OcrService.Specimens;
using OcrService.Specimens.Documents;
using OcrService.Specimens.Wearing;

namespace OcrService.Recognition.Tests.WholePath;

/// <summary>Drawn passports of Utopia through the real models and the reader of machine readable zones.</summary>
[Collection(WholePathRuns.SharedModels)]
public sealed class WholePathPassportTests(WholePathModels models)
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData(2, WearKind.Photo)]
    [InlineData(3, WearKind.Turned)]
    public void The_zone_of_a_worn_passport_is_read_to_the_letter(int seed, WearKind kind)
    {
        using Specimen drawn = DocumentSpecimen.Named("passport-general").Render(seed);
        drawn.Truth.Fields["country_code"].ShouldBe("UTO");

        ShouldBeRead(Wear.Apply(drawn, kind, seed));
    }

    [Fact]
    public void The_zone_of_a_passport_upside_down_is_read_to_the_letter()
    {
        using Specimen drawn = DocumentSpecimen.Named("passport-general").Render(8);
        drawn.Truth.Fields["country_code"].ShouldBe("UTO");

        ShouldBeRead(Wear.Apply(drawn, new WearPlan { Width = 1000, Turn = 180 }, 8));
    }

    private void ShouldBeRead(WornSpecimen worn)
    {
        Page page = models.Read(worn.Jpeg, new ReadingPlan { DetectDirection = true, FindMrz = true });

        MrzDocument zone = page.MrzZones.Select(z => MrzReader.Read(z, Today)).OfType<MrzDocument>().MaxBy(z => z.Plausibility).ShouldNotBeNull();
        zone.Format.ShouldBe("TD3");
        zone.Lines.ShouldBe(worn.Truth.MrzLines);
        zone.Composite.ShouldBe(MrzCheck.Passed);
        IEnumerable<Quad> printed = worn.Truth.MrzLines.Select(text => worn.Truth.Lines.Single(l => l.Text == text).Quad);
        foreach ((Quad found, Quad right) in zone.LineQuads.Zip(printed)) WholePathOverlap.Of(found, right).ShouldBeGreaterThan(0.5f);
    }
}
