namespace OcrService.Documents.Mrz;

/// <summary>
/// Finds the likeliest document of one format: lays the readings over its cells, searches every segment for all residues of the
/// composite sum, and joins the segments so that the composite check digit has its say over all of them at once.
/// </summary>
internal sealed class MrzDecoder
{
    private const float FailedComposite = 3.5f;
    private const float LongNumber = 2;

    private readonly MrzFormat _format;
    private readonly Dictionary<(int Line, int Column), int> _compositeWeights = [];

    public MrzDecoder(MrzFormat format)
    {
        _format = format;
        int index = 0;
        foreach (MrzRange range in format.CompositeOver)
        {
            for (int column = range.Start; column < range.End; column++)
            {
                _compositeWeights[(range.Line, column)] = Values.CheckDigits.Icao9303Weight(index++);
            }
        }

        Allowed = [.. Enumerable.Range(0, format.LineCount).Select(AllowedIn)];
    }

    /// <summary>For every line and cell the characters that may stand there.</summary>
    public IReadOnlyList<IReadOnlyList<ulong>> Allowed { get; }

    /// <summary>The best text, or null when the lines are clearly of another format.</summary>
    public MrzDecoded? Decode(IReadOnlyList<IReadOnlyList<IReadOnlyList<MrzEmission>>> readingsOfLines)
    {
        MrzLattice[] lines = [.. readingsOfLines.Select((readings, line) => MrzLattice.Of(readings, Allowed[line]))];
        if (_format == MrzFormats.Td1 && IsChinesePermit(lines[0]))
        {
            return null;
        }

        List<SegmentText?[]> segments = [];
        string? issuer = null;
        foreach (MrzRow row in _format.Rows)
        {
            if (row.Field == _format.NumberRunsInto)
            {
                // Part of the number's segment, since a long number runs into it.
                continue;
            }

            SegmentText?[] texts = SearchRow(row, lines, issuer);
            segments.Add(texts);
            if (row.Field == MrzFieldName.Issuer && texts.MaxBy(t => t?.Score ?? float.NegativeInfinity) is { } best)
            {
                issuer = string.Concat(best.Characters.Select(c => MrzAlphabet.Characters[c]));
            }
        }

        return Join(segments, lines);
    }

    /// <summary>The permits of the exit-entry administration are three lines of 30 too, and nothing like TD1.</summary>
    private static bool IsChinesePermit(MrzLattice line) =>
        MrzAlphabet.Characters[line.Top(0)] == 'C' && "SDRTF<".Contains(MrzAlphabet.Characters[line.Top(1)], StringComparison.Ordinal);

    private SegmentText?[] SearchRow(MrzRow row, MrzLattice[] lines, string? issuer)
    {
        if (row.Class == CellClass.State)
        {
            return MrzStates.Search(
                Cells(row), lines[row.Line], row.Field == MrzFieldName.Issuer ? _format.OnlyIssuer : null, issuer);
        }

        if (row.Field != MrzFieldName.Number || _format.NumberRunsInto is not { } into)
        {
            return MrzSegmentSearch.Search(Cells(row, issuer), lines);
        }

        MrzRow optional = _format.Rows.Single(r => r.Field == into);
        SegmentText?[] best = MrzSegmentSearch.Search([.. Cells(row), .. Cells(optional)], lines);
        MrzLattice line = lines[row.Line];
        if (line[row.Check, MrzAlphabet.Filler] < line[row.Check, line.Top(row.Check)] - 8)
        {
            return best;
        }

        for (int over = 1; over <= optional.End - optional.Start - 2; over++)
        {
            SegmentText?[] texts = MrzSegmentSearch.Search(LongNumberCells(row, optional, over), lines);
            for (int residue = 0; residue < 10; residue++)
            {
                if (texts[residue] is { } text && text.Score - LongNumber > (best[residue]?.Score ?? float.NegativeInfinity))
                {
                    best[residue] = text with { Score = text.Score - LongNumber };
                }
            }
        }

        return best;
    }

    private List<SegmentCell> Cells(MrzRow row, string? issuer = null)
    {
        List<SegmentCell> cells = [];
        for (int column = row.Start; column < row.End; column++)
        {
            int weight = row.Check >= 0 ? Values.CheckDigits.Icao9303Weight(column - row.Start) : 0;
            cells.Add(new(row.Line, column, GrammarOf(row, column, issuer), column == row.Start, weight, Composite(row.Line, column)));
        }

        if (row.Check >= 0)
        {
            cells.Add(new(row.Line, row.Check, CheckGrammar.Instance, true, 0, Composite(row.Line, row.Check), IsCheck: true));
        }

        return cells;
    }

    /// <summary>A number of more than nine characters: a filler for its check digit, the rest and the check digit in the optional field.</summary>
    private List<SegmentCell> LongNumberCells(MrzRow number, MrzRow optional, int over)
    {
        List<SegmentCell> cells = [.. Cells(number).Where(c => !c.IsCheck)];
        cells.Add(new(number.Line, number.Check, FillerGrammar.Instance, true, 0, Composite(number.Line, number.Check)));
        for (int k = 0; optional.Start + k < optional.End; k++)
        {
            int column = optional.Start + k;
            (MrzGrammar grammar, int weight) = k < over
                ? (RunOverGrammar.Instance, Values.CheckDigits.Icao9303Weight(number.End - number.Start + k))
                : k == over ? (CheckGrammar.Instance, 0)
                : k == over + 1 ? (FillerGrammar.Instance, 0)
                : ((MrzGrammar)NumberGrammar.Instance, 0);
            cells.Add(new(optional.Line, column, grammar, k <= over + 2, weight, Composite(optional.Line, column), IsCheck: k == over));
        }

        return cells;
    }

    private int Composite(int line, int column) => _compositeWeights.GetValueOrDefault((line, column));

    private MrzGrammar GrammarOf(MrzRow row, int column, string? issuer) => row.Class switch
    {
        CellClass.Code => new CodeGrammar(column == row.Start ? _format.FirstLetters : null),
        CellClass.Name or CellClass.State => NameGrammar.Instance,
        CellClass.Date => new DateGrammar(column - row.Start),
        CellClass.Sex => SexGrammar.Instance,
        CellClass.Optional when issuer == "CHN" && _format == MrzFormats.Td3 && column < row.Start + NameCodeGrammar.Length => NameCodeGrammar.Instance,
        _ => NumberGrammar.Instance,
    };

    private ulong[] AllowedIn(int line)
    {
        ulong[] allowed = new ulong[_format.Length];
        Array.Fill(allowed, MrzAlphabet.Any);
        foreach (SegmentCell cell in _format.Rows.Where(r => r.Line == line).SelectMany(row => Cells(row)))
        {
            allowed[cell.Column] = cell.Grammar.Allowed;
        }

        if (_format.Composite >= 0 && line == _format.CompositeLine)
        {
            allowed[_format.Composite] = MrzAlphabet.Digits;
        }

        return allowed;
    }

    private MrzDecoded Join(List<SegmentText?[]> segments, MrzLattice[] lines)
    {
        // best[residue]: the likeliest way to choose a text for every segment so far with that composite sum.
        (float Score, SegmentText[] Texts)?[] best = new (float, SegmentText[])?[10];
        best[0] = (0, []);
        foreach (SegmentText?[] segment in segments)
        {
            (float Score, SegmentText[] Texts)?[] next = new (float, SegmentText[])?[10];
            for (int a = 0; a < 10; a++)
            {
                for (int b = 0; b < 10; b++)
                {
                    if (best[a] is { } left && segment[b] is { } right
                        && left.Score + right.Score > (next[(a + b) % 10]?.Score ?? float.NegativeInfinity))
                    {
                        next[(a + b) % 10] = (left.Score + right.Score, [.. left.Texts, right]);
                    }
                }
            }

            best = next;
        }

        float bestScore = float.NegativeInfinity;
        SegmentText[] chosen = [];
        int? compositeDigit = null;
        bool holds = false;
        for (int residue = 0; residue < 10; residue++)
        {
            if (best[residue] is not { } candidate)
            {
                continue;
            }

            for (int digit = 0; digit < 10; digit++)
            {
                float score = _format.Composite < 0
                    ? candidate.Score
                    : candidate.Score + lines[_format.CompositeLine][_format.Composite, digit] - (digit == residue ? 0 : FailedComposite);
                if (score > bestScore)
                {
                    (bestScore, chosen, compositeDigit, holds) = (score, candidate.Texts, digit, digit == residue);
                }
            }
        }

        return new MrzDecoded(
            _format,
            lines,
            chosen,
            _format.Composite < 0 ? null : compositeDigit,
            _format.Composite < 0 ? MrzCheck.None : holds ? MrzCheck.Passed : MrzCheck.Failed,
            bestScore - lines.Sum(l => l.EditCost));
    }
}

/// <summary>The likeliest text of one format, with the evidence it was chosen by.</summary>
/// <param name="Format">The format.</param>
/// <param name="Lines">Evidence for each line.</param>
/// <param name="Segments">The chosen texts.</param>
/// <param name="CompositeDigit">The composite check digit, null where the format has none.</param>
/// <param name="Composite">What it says.</param>
/// <param name="Score">Log probability in nats, priors, failed checks and length edits included.</param>
internal sealed record MrzDecoded(
    MrzFormat Format, IReadOnlyList<MrzLattice> Lines, IReadOnlyList<SegmentText> Segments, int? CompositeDigit, MrzCheck Composite, float Score)
{
    /// <summary>Score divided by the number of cells, so that formats of different size can be compared.</summary>
    public float ScorePerCell => Score / (Format.LineCount * Format.Length);

    /// <summary>How many nats a cell lost on average against the readers' favourites because of the format's rules. Near 0 for a real zone.</summary>
    public float RegretPerCell
    {
        get
        {
            float favourites = Lines.Sum(l => Enumerable.Range(0, l.Length).Sum(cell => l[cell, l.Top(cell)]));
            return (favourites - Score) / (Format.LineCount * Format.Length);
        }
    }
}
