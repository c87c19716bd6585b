using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class MrzFoldingTests
{
    [Theory]
    [InlineData("MUÑOZ", "MUNOZ")]
    [InlineData("Müller-Straße", "MUELLER STRASSE")]
    [InlineData("O'HIGGINS", "OHIGGINS")]
    [InlineData("José María", "JOSE MARIA")]
    [InlineData("ÅNGSTRØM", "AANGSTROEM")]
    [InlineData("Þór", "THOR")]
    public void Letters_are_spelled_in_the_usual_way(string name, string folded) => MrzFolding.Fold(name).ShouldBe(folded);

    [Theory]
    [InlineData("MUÑOZ", "MUNOZ", true)]
    [InlineData("MUÑOZ", "MUNXXOZ", true)]
    [InlineData("MÜLLER", "MUELLER", true)]
    [InlineData("MÜLLER", "MULLER", true)]
    [InlineData("MÜLLER", "MUXXLLER", true)]
    [InlineData("DE LA PEÑA", "DE<LA<PENA", true)]
    [InlineData("O'HIGGINS", "OHIGGINS", true)]
    [InlineData("PEÑA", "PEMA", false)]
    [InlineData("PEÑA", "PEN", false)]
    [InlineData("PE", "PENA", false)]
    public void A_printed_name_agrees_with_every_spelling(string printed, string zone, bool agree) =>
        MrzFolding.Agree(printed, zone).ShouldBe(agree);

    [Fact]
    public void A_name_may_be_cut_where_the_zone_says_so()
    {
        MrzFolding.Agree("PRUEBA EJEMPLO", "PRUEBA<EJEM", mayBeCut: true).ShouldBeTrue();
        MrzFolding.Agree("PRUEBA EJEMPLO", "PRUEBA<EJEN", mayBeCut: true).ShouldBeFalse();
        MrzFolding.Agree("PRUEBA EJEMPLO", "", mayBeCut: true).ShouldBeFalse();
    }
}
