using System.Globalization;
using OcrService.Documents.Pages;
using OcrService.Specimens;
using OcrService.Specimens.Documents;

namespace OcrService.Benchmarks.Tests.Specimens;

/// <summary>The truth of drawn documents: which fields, and where their lines stand.</summary>
public sealed class SpecimenFieldsTests
{
    private const string Front = "name name_en sex birth_date number issuing_authority issue_place valid_period type side";

    public static TheoryData<string> Documents => new(DocumentSpecimen.All.Select(d => d.Name));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_line_stands_on_the_card(string name)
    {
        using Specimen card = DocumentSpecimen.Named(name).Render(31);
        card.Truth.Lines.ShouldNotBeEmpty();
        card.Truth.Lines.ShouldAllBe(l => l.Quad.Bounds.Left >= 0 && l.Quad.Bounds.Top >= 0);
        card.Truth.Lines.ShouldAllBe(l => l.Quad.Bounds.Right <= card.Bitmap.Width && l.Quad.Bounds.Bottom <= card.Bitmap.Height);
        card.Truth.Ignored.ShouldBe(["SPECIMEN"]);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_line_runs_into_another(string name)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            using Specimen card = DocumentSpecimen.Named(name).Render(seed);
            IReadOnlyList<TruthLine> lines = card.Truth.Lines;
            foreach ((int i, TruthLine line) in lines.Index())
            {
                // Deep letters of one row may stand between high ones of the next, but rows do not lie on each other.
                TruthLine? other = lines.Skip(i + 1).FirstOrDefault(l => Shared(line.Quad.Bounds, l.Quad.Bounds) > 0.2);
                other.ShouldBeNull($"seed {seed}: '{line.Text}' and '{other?.Text}'");
            }
        }
    }

    [Theory]
    [InlineData("cambodian-id-card", "id_number name_kh name_en birth_date sex height birth_place address issue_date expiry_date description machine_code1 machine_code2 machine_code3")]
    [InlineData("myanmar-id-card-front-new", "side class nrc_id issue_date name father_name birth bloodlines_religion height blood_group translation_info.nrc_id_translation translation_info.birth_translation")]
    [InlineData("myanmar-id-card-front-old", "side class nrc_id issue_date name father_name birth bloodlines_religion height blood_group translation_info.nrc_id_translation translation_info.birth_translation")]
    [InlineData("myanmar-id-card-back-new", "side card_id nrc_id_back profession address")]
    [InlineData("myanmar-id-card-back-old", "side card_id nrc_id_back profession address")]
    [InlineData("myanmar-driver-license", "card_number card_number_en name name_en nrc_id nrc_id_en birth birth_en blood_group blood_group_en expiried_date expiried_date_en")]
    [InlineData("exit-entry-permit-hkmo-front", Front + " machine_code")]
    [InlineData("exit-entry-permit-taiwan-front", Front + " machine_code")]
    [InlineData("exit-entry-permit-taiwan-back", "type side endorsement_info_tw.endorsement_type endorsement_info_tw.valid_round_trips endorsement_info_tw.endorsement_valid_period endorsement_info_tw.remark endorsement_info_tw.issue_info")]
    [InlineData("mainland-travel-permit-hkmo-front", Front + " issue_times")]
    [InlineData("mainland-travel-permit-foreign-front", Front + " issue_times")]
    [InlineData("mainland-travel-permit-taiwan-front", Front + " issue_times")]
    [InlineData("mainland-travel-permit-hkmo-back", "type side id_name id_number machine_code1 machine_code2 machine_code3")]
    [InlineData("mainland-travel-permit-1999-back", "type side id_name id_number machine_code1 machine_code2 machine_code3")]
    [InlineData("mainland-travel-permit-foreign-back", "type side id_name id_number machine_code1 machine_code2 machine_code3")]
    [InlineData("mainland-travel-permit-taiwan-back", "type side id_name id_number machine_code1 machine_code2 machine_code3")]
    public void A_side_has_the_fields_of_the_contract(string name, string fields)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            using Specimen card = DocumentSpecimen.Named(name).Render(seed);
            card.Truth.Fields.Keys.ShouldBe(fields.Split(' '), ignoreOrder: true);
            card.Truth.MrzLines.ShouldAllBe(l => l.Length == 30);
        }
    }

    [Fact]
    public void An_endorsed_place_has_all_five_parts_and_another_none()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int seed = 1; seed <= 8; seed++)
        {
            using Specimen card = DocumentSpecimen.Named("exit-entry-permit-hkmo-back").Render(seed);
            string[] parts = [.. card.Truth.Fields.Keys.Where(k => k.Contains('.')).Select(k => k.Split('.')[0])];
            parts.GroupBy(p => p).ShouldAllBe(g => g.Count() == 5);
            seen.Add(string.Join('+', parts.Distinct().Order()));
            card.Truth.Lines.ShouldContain(l => l.Text.Contains(parts.Contains("endorsement_info_hk") ? "香港" : "澳门"));
        }

        seen.ShouldContain("endorsement_info_hk+endorsement_info_mo");
        seen.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Cambodian_cards_print_Khmer_digits_where_the_wire_has_Arabic_ones()
    {
        using Specimen card = DocumentSpecimen.Named("cambodian-id-card").Render(2);
        DateOnly birth = DateOnly.ParseExact(card.Truth.Fields["birth_date"], "dd.MM.yyyy", CultureInfo.InvariantCulture);
        string printed = string.Concat($"{birth:dd.MM.yyyy}".Select(c => char.IsAsciiDigit(c) ? (char)('០' + c - '0') : c));
        card.Truth.Lines.ShouldContain(l => l.Text.EndsWith(printed, StringComparison.Ordinal));
        card.Truth.Fields["height"].ShouldMatch(@"^\d{3} ស\.ម$");
    }

    [Theory]
    [InlineData(NoDocumentKind.EmptyTable)]
    [InlineData(NoDocumentKind.TextPage)]
    [InlineData(NoDocumentKind.PlasticCard)]
    public void What_is_no_document_has_no_fields(NoDocumentKind kind)
    {
        using Specimen picture = NoDocument.Render(kind, 4);
        picture.Truth.Fields.ShouldBeEmpty();
        picture.Truth.MrzLines.ShouldBeEmpty();
        picture.Truth.Lines.Any().ShouldBe(kind != NoDocumentKind.EmptyTable);
        picture.ToPng().Length.ShouldBeGreaterThan(1000);
    }

    /// <summary>Area that two boxes share, as a share of the smaller one.</summary>
    private static double Shared(Box a, Box b)
    {
        double width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left), height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        return width <= 0 || height <= 0 ? 0 : width * height / Math.Min(a.Width * a.Height, b.Width * b.Height);
    }
}
