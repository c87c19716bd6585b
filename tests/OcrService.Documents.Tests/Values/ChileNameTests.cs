using OcrService.Documents.Values;

namespace OcrService.Documents.Tests.Values;

public sealed class ChileNameTests
{
    [Theory]
    [InlineData("PRUEBA\nEJEMPLO", "PRUEBA|EJEMPLO")]
    [InlineData("APELLIDOS\nPRUEBA\nEJEMPLO", "PRUEBA|EJEMPLO")]
    [InlineData("APELLIDOS PRUEBA\nEJEMPLO", "PRUEBA|EJEMPLO")]
    [InlineData("APEL1IDOS\nMUÑOZ\nNÚÑEZ", "MUÑOZ|NÚÑEZ")]
    [InlineData("PRUEBA EJEMPLO", "PRUEBA|EJEMPLO")]
    [InlineData("DE LA PRUEBA EJEMPLO", "DE LA PRUEBA|EJEMPLO")]
    [InlineData("PRUEBA DEL EJEMPLO", "PRUEBA|DEL EJEMPLO")]
    [InlineData("SAN MARTÍN EJEMPLO", "SAN MARTÍN|EJEMPLO")]
    [InlineData("VON PRUEBA", "VON PRUEBA")]
    [InlineData("PRUEBA", "PRUEBA")]
    [InlineData("PRUEBA MUESTRA EJEMPLO", "PRUEBA MUESTRA|EJEMPLO")]
    [InlineData("PRUEBA MUESTRA\nEJEMPLO", "PRUEBA MUESTRA|EJEMPLO")]
    [InlineData("PRU3BA\nEJEMPL0", "PRU BA|EJEMPLO")]
    [InlineData("", "")]
    [InlineData("01 01 1990", "")]
    public void Every_line_is_a_surname_and_a_lone_line_two(string text, string surnames)
    {
        ChileName.Surnames(text).ShouldBe(surnames.Split('|', StringSplitOptions.RemoveEmptyEntries));
        ChileName.ParseSurnames(text).ShouldBe(surnames.Length == 0 ? null : surnames.Replace('|', '\n'));
    }

    [Theory]
    [InlineData("NOMBRES\nFICTICIA ANA", "FICTICIA ANA")]
    [InlineData("NOMBRES: FICTICIA ANA", "FICTICIA ANA")]
    [InlineData("NOMBRES FICTICIA\nANA", "FICTICIA ANA")]
    [InlineData("BRES FICTICIA ANA", "FICTICIA ANA")]
    [InlineData("JOSÉ MARÍA", "JOSÉ MARÍA")]
    [InlineData("jOSÉ  MARíA", "JOSÉ MARÍA")]
    [InlineData("NOMBRES", null)]
    [InlineData("", null)]
    public void Given_names_are_one_line(string text, string? names) => ChileName.Given(text).ShouldBe(names);
}
