namespace OcrService.Documents.Values;

/// <summary>Nationality of Chilean cards, a feminine adjective such as <c>CHILENA</c>, or a code of three letters.</summary>
public static class ChileNationality
{
    private static readonly Vocabulary Known = new(
        "CHILENA", "ARGENTINA", "BOLIVIANA", "BRASILEÑA", "COLOMBIANA", "COSTARRICENSE", "CUBANA", "DOMINICANA", "ECUATORIANA", "SALVADOREÑA",
        "GUATEMALTECA", "HAITIANA", "HONDUREÑA", "MEXICANA", "NICARAGÜENSE", "PANAMEÑA", "PARAGUAYA", "PERUANA", "PUERTORRIQUEÑA", "URUGUAYA",
        "VENEZOLANA", "ALEMANA", "ESPAÑOLA", "FRANCESA", "ITALIANA", "PORTUGUESA", "BRITÁNICA", "ESTADOUNIDENSE", "CANADIENSE", "AUSTRALIANA",
        "CHINA", "JAPONESA", "COREANA", "INDIA", "PAKISTANÍ", "RUSA", "UCRANIANA", "PALESTINA", "SIRIA", "TURCA", "SUECA", "SUIZA", "NORUEGA");

    /// <summary>The nationality, corrected by the vocabulary; one outside it as it was read. Null when there is none.</summary>
    public static string? Parse(string text)
    {
        foreach (string line in Reading.Lines(text))
        {
            string read = string.Join(' ', Reading.Words(string.Concat(Labels.After(line, "NACIONALIDAD")
                .Select(c => char.IsLetter(c) ? char.ToUpperInvariant(c) : Lookalikes.DigitToLetter(c)))));
            if (read.Length < 3 || Labels.Is(line, "NACIONALIDAD"))
                continue;
            // The column of the sex may have run into this one.
            string first = Reading.Words(read) is [.. var words, "M" or "F" or "X"] and { Length: > 1 } ? string.Join(' ', words) : read;
            return Known.Nearest(first) ?? first;
        }

        return null;
    }
}
