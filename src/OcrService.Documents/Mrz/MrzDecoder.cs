namespace OcrService.Documents.Mrz;

/// <summary>
/// Finds the likeliest document of one format: lays the readings over its cells, searches every segment for all residues of the
/// composite sum, and joins the segments so that the composite check digit has its say over all of them at once.
/// </summary>
internal sealed class MrzDecoder
{
    private const float LongNumber = 2;

    /// <summary>How much less likely than what the readers like best the format's only document code may be.</summary>
    private const float OtherCode = 18;

    private readonly MrzFormat _format;
    private readonly Dictionary<(int Line, int Column), int> _compositeWeights = [];

    public MrzDecoder(MrzFormat format)
    {
        _format = format;
        foreach (MrzComposite composite in format.Composites)
        {
            int index = 0;
            foreach (MrzRange range in composite.Over)
            {
                for (int column = range.Start; column < range.End; column++)
                {
                    _compositeWeights[(range.Line, column)] = Values.CheckDigits.Icao9303Weight(index++);
                }
            }
        }

        Allowed = [.. Enumerable.Range(0, format.LineCount).Select(AllowedIn)];
    }

    /// <summary>For every line and cell the characters that may stand there.</summary>
    public IReadOnlyList<IReadOnlyList<ulong>> Allowed { get; }

    /// <summary>The best text, or null when the lines are clearly of another format.</summary>
    public MrzDecoded? Decode(IReadOnlyList<IReadOnlyList<MrzEvidence>> readingsOfLines)
    {
        MrzLattice first = MrzLattice.Of(readingsOfLines[0], Allowed[0]);
        if (IsOfAnother(first))
        {
            return null;
        }

        MrzLattice[] lines = [first, .. readingsOfLines.Skip(1).Select((readings, k) => MrzLattice.Of(readings, Allowed[k + 1]))];
        List<SegmentText?[]> segments = [.. _format.Separators.Select(range => MrzSegmentSearch.Search(Cells(range), lines))];
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

        return MrzJoin.Join(_format, segments, lines);
    }

    /// <summary>The document code tells permits and cards of the same size apart before anything else is looked at.</summary>
    private bool IsOfAnother(MrzLattice line)
    {
        if (_format.OnlyCode is { } code)
        {
            return code.Select((c, k) => line[k, line.Top(k)] - line[k, MrzAlphabet.IndexOf(c)]).Sum() > OtherCode;
        }

        return _format == MrzFormats.Td1 && IsChinesePermit(string.Concat(Enumerable.Range(0, 5).Select(k => MrzAlphabet.Characters[line.Top(k)])));
    }

    /// <summary>The permits of the exit-entry administration are three lines of 30 too, and nothing like TD1. Other states have C cards as well.</summary>
    private static bool IsChinesePermit(string beginning) =>
        beginning[0] == 'C' && (beginning[1] == '<' ? beginning.EndsWith("CHN", StringComparison.Ordinal) : "SDRTF".Contains(beginning[1], StringComparison.Ordinal));

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
        SegmentText?[] best = MrzSegmentSearch.Search([.. Cells(row, issuer), .. Cells(optional, issuer)], lines);
        MrzLattice line = lines[row.Line];
        if (MrzIssuers.PatternOf(_format, row.Field, issuer) is not null || line[row.Check, MrzAlphabet.Filler] < line[row.Check, line.Top(row.Check)] - 8)
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

    private static List<SegmentCell> Cells(MrzRange separator) =>
    [
        .. Enumerable.Range(separator.Start, separator.End - separator.Start)
            .Select(column => new SegmentCell(separator.Line, column, FillerGrammar.Instance, true, 0, 0)),
    ];

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

    private MrzGrammar GrammarOf(MrzRow row, int column, string? issuer)
    {
        int position = column - row.Start;
        if ((row.Pattern ?? MrzIssuers.PatternOf(_format, row.Field, issuer)) is { } pattern)
        {
            return new PatternGrammar(pattern, position);
        }

        return row.Class switch
        {
            CellClass.Code => _format.OnlyCode is { } code ? new PatternGrammar(new MrzPattern(code), position) : new CodeGrammar(position == 0 ? _format.FirstLetters : null),
            CellClass.Name or CellClass.State => NameGrammar.Instance,
            CellClass.NameAndPlace => column < row.End - PlaceGrammar.Length ? NameGrammar.Instance : new PlaceGrammar(column - row.End + PlaceGrammar.Length, _format.PlaceIsUsual),
            CellClass.Date => new DateGrammar(position),
            CellClass.Sex => SexGrammar.Instance,
            CellClass.Optional when issuer == "CHN" && _format == MrzFormats.Td3 && position < NameCodeGrammar.Length => NameCodeGrammar.Instance,
            _ => NumberGrammar.Instance,
        };
    }

    private ulong[] AllowedIn(int line)
    {
        ulong[] allowed = new ulong[_format.Length];
        Array.Fill(allowed, MrzAlphabet.Any);
        foreach (SegmentCell cell in _format.Rows.Where(r => r.Line == line).SelectMany(row => Cells(row))
            .Concat(_format.Separators.Where(s => s.Line == line).SelectMany(Cells)))
        {
            allowed[cell.Column] = cell.Grammar.Allowed;
        }

        foreach (MrzComposite composite in _format.Composites.Where(c => c.Line == line))
        {
            allowed[composite.Column] = MrzAlphabet.Digits;
        }

        return allowed;
    }
}
