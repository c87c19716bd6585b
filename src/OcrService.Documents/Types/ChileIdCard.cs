using System.Text.RegularExpressions;
using OcrService.Documents.Fields;
using OcrService.Documents.Values;

namespace OcrService.Documents.Types;

/// <summary>The Chilean identity card (cédula de identidad), front, of 2013 and 2024.</summary>
internal sealed partial class ChileIdCard() : CardType("chile-id-card")
{
    public override DocumentContract Contract { get; } = new()
    {
        Operation = "RecognizeChileIdCard",
        Summary = "Chilean identity card",
        Description = "Reads the front of the Chilean identity card (cédula de identidad).",
        Fields =
        [
            new("surname", "Surnames in print order, a list even for one.", "MODELO\nPRUEBA", Always: true) { Kind = WireKind.List },
            new("given_name", "Given names.", "ANA MARIA", Always: true),
            new("nationality", "Nationality as printed.", "CHILENA", Always: true),
            new("sex", "Sex as printed, F or M.", "F", Always: true),
            new("birth", "Date of birth as printed, DD MMM YYYY with the Spanish month.", "12 MAR 1990", Always: true),
            new("issue_date", "Date of issue, as the date of birth.", "01 ENE 2022", Always: true),
            new("expiry_date", "Date of expiry, as the date of birth.", "12 MAR 2032", Always: true),
            new("document_number", "Document number.", "123.456.789", Always: true),
            new("number", "RUN, the personal number with its check digit.", "12.345.678-5", Always: true),
        ],
    };

    protected override IEnumerable<DocumentSide> Define() =>
    [
        new DocumentSide("front")
        {
            Portrait = new Region(0.04f, 0.22f, 0.28f, 0.55f),
            Landmarks =
            [
                new("REPÚBLICA DE CHILE") { Proves = true },
                new("SERVICIO DE REGISTRO CIVIL E IDENTIFICACIÓN") { Proves = true },
                new("CÉDULA DE IDENTIDAD") { Proves = true },
            ],
        }
            .Add(Row("surname", 0.36f, 0.22f, 0.45f, 0.13f, ChileName.ParseSurnames, "APELLIDOS") with { Kind = FieldKind.List, IsMultiLine = true })
            .Add(Row("given_name", 0.36f, 0.38f, 0.45f, 0.09f, ChileName.Given, "NOMBRES"))
            .Add(Row("nationality", 0.36f, 0.50f, 0.22f, 0.08f, ChileNationality.Parse, "NACIONALIDAD"))
            .Add(Row("sex", 0.62f, 0.50f, 0.10f, 0.08f, ChileSex.Parse, "SEXO"))
            .Add(Row("birth", 0.36f, 0.61f, 0.26f, 0.08f, ChileDate.Parse, "FECHA DE NACIMIENTO"))
            .Add(Row("issue_date", 0.36f, 0.72f, 0.26f, 0.08f, ChileDate.Parse, "FECHA DE EMISIÓN"))
            .Add(Row("expiry_date", 0.64f, 0.72f, 0.30f, 0.08f, ChileDate.Parse, "FECHA DE VENCIMIENTO"))
            .Add(Row("document_number", 0.64f, 0.61f, 0.30f, 0.08f, ChileDocumentNumber.Parse, "NÚMERO DOCUMENTO") with { Form = DocumentNumberForm() })
            .Add(Row("number", 0.04f, 0.86f, 0.32f, 0.09f, ChileRun.Parse, "RUN") with { Form = RunForm(), IsValid = ChileRun.IsValid, Proves = true })
            .Agree("birth", "issue_date", (birth, issue) => ChileDate.Read(birth) < ChileDate.Read(issue))
            .Agree("issue_date", "expiry_date", (issue, expiry) => ChileDate.Read(issue) < ChileDate.Read(expiry)),
    ];

    /// <summary>A box with the label in small print above the value.</summary>
    private static FieldDefinition Row(string key, float x, float y, float width, float height, FieldParser parser, string label) =>
        Field(key, x, y, width, height, key is "surname" or "given_name" or "nationality" ? FieldScript.Spanish : FieldScript.Latin, parser).Labelled(x, y + 0.015f, label);

    [GeneratedRegex(@"(?<![\d.])\d{1,2}\.\d{3}\.\d{3}-[\dKk]")]
    private static partial Regex RunForm();

    [GeneratedRegex(@"(?<![\dA-Z.])[A-Z\d]\d{2}\.\d{3}\.\d{3}(?![\d-])")]
    private static partial Regex DocumentNumberForm();
}
