namespace OcrService.Documents.Mrz;

/// <summary>Search for a state code: the listed codes against what the readers saw, an unlisted one at a price.</summary>
internal static class MrzStates
{
    private const float Unlisted = 4;
    private const float SameAsIssuer = 1;

    public static SegmentText?[] Search(IReadOnlyList<SegmentCell> cells, MrzLattice line, string? only, string? issuer)
    {
        SegmentText?[] texts = new SegmentText?[10];
        IEnumerable<string> codes = only is not null ? [only]
            : MrzIssuers.OmitsNationality(issuer) ? [.. StateCodes.All, .. AsSeen(cells, line), "<<<"]
            : StateCodes.All.Concat(AsSeen(cells, line));
        foreach (string code in codes)
        {
            int[] characters = [.. code.Select(MrzAlphabet.IndexOf)];
            float score = (StateCodes.All.Contains(code) ? 0 : -Unlisted) + (code == issuer ? SameAsIssuer : 0);
            int composite = 0;
            for (int k = 0; k < cells.Count; k++)
            {
                score += line[cells[k].Column, characters[k]];
                composite += MrzAlphabet.ValueOf(characters[k]) * cells[k].CompositeWeight;
            }

            ref SegmentText? best = ref texts[composite % 10];
            best = best is null || score > best.Score ? new SegmentText(score, cells, characters) : best;
        }

        return texts;
    }

    private static IEnumerable<string> AsSeen(IReadOnlyList<SegmentCell> cells, MrzLattice line)
    {
        IEnumerable<string> prefixes = [""];
        foreach (SegmentCell cell in cells)
        {
            int[] likeliest =
            [
                .. Enumerable.Range(0, MrzAlphabet.Count)
                    .Where(c => MrzAlphabet.IsIn(MrzAlphabet.Letters | MrzAlphabet.FillerBit, c))
                    .OrderByDescending(c => line[cell.Column, c])
                    .Take(2),
            ];
            prefixes = [.. prefixes.SelectMany(p => likeliest.Select(c => p + MrzAlphabet.Characters[c]))];
        }

        return prefixes.Where(p => p[0] != '<' && !StateCodes.All.Contains(p));
    }
}
