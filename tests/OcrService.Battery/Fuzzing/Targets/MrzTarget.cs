using System.Text;
using OcrService.Documents.Mrz;
using OcrService.Documents.Pages;

namespace OcrService.Battery.Fuzzing.Targets;

/// <summary>The reader of machine readable zones: a document or none, never an exception, the same each time.</summary>
internal sealed class MrzTarget() : FuzzTarget("mrz", new MarkedText("<\n"), [.. Zones.Select(Encoding.ASCII.GetBytes)], maxLength: 600)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<";

    private static readonly DateOnly Today = new(2026, 1, 15);

    // Doc 9303's own examples and their like, of people who do not exist.
    private static readonly string[] Zones =
    [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
        "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6",
        "POCHNYANG<<BENCESHI<<<<<<<<<<<<<<<<<<<<<<<<<\nE000000008CHN9001011M3501014NBPJLBLOLCOCA912",
    ];

    public override string Run(byte[] input)
    {
        string[] lines = Encoding.Latin1.GetString(input).Split('\n');
        MrzDocument? document = MrzReader.Read(lines, Today);
        DefectException.Unless(document?.Plausibility is null or (>= 0 and <= 1), "a plausibility that is none");
        MrzZone zone = Zone(lines);
        bool holds = MrzReader.HoldsDocument(zone);
        DefectException.Unless(holds || !MrzReader.IsBeyondDoubt(zone), "no document, but beyond doubt");
        return document is null ? holds ? "as a zone" : "none" : document.Format.ToString() ?? "";
    }

    /// <summary>The bytes as readers would give them: any letter of the alphabet, with a second one and probabilities made of the byte.</summary>
    private static MrzZone Zone(string[] lines) => new(
    [
        .. lines.Take(4).Select((line, k) => new MrzLine(
            Quad.FromBox(0, 40 * k, 800, (40 * k) + 30), [new MrzReading("fuzz", [.. line.Select((c, i) => Symbol(c, (i + 0.5f) / line.Length))])])),
    ]);

    private static MrzSymbol Symbol(char c, float position)
    {
        char first = Alphabet.Contains(c, StringComparison.Ordinal) ? c : Alphabet[c % Alphabet.Length];
        float probability = (c & 0x80) != 0 ? (c & 0x7F) / 127f : 0.9f;
        return new MrzSymbol(position, [new(first, probability), new(Alphabet[(c + 7) % Alphabet.Length], 1 - probability)]);
    }
}
