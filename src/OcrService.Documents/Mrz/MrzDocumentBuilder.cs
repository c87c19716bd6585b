using OcrService.Documents.Pages;

namespace OcrService.Documents.Mrz;

/// <summary>Cuts a decoded zone into fields and judges how much it looks like a document.</summary>
internal static class MrzDocumentBuilder
{
    public static MrzDocument Build(MrzDecoded decoded, IReadOnlyList<Quad> quads, DateOnly today)
    {
        string[] lines = Text(decoded);
        Dictionary<MrzFieldName, MrzField> fields = [];
        foreach (MrzRow row in decoded.Format.Rows)
        {
            MrzRow used = row.Class == CellClass.NameAndPlace ? CutPlace(fields, decoded, lines, row) : row;
            Add(fields, Field(decoded, lines, used.Field, used.Class, used.Line, used.Start, used.End, CheckOf(decoded, used)));
            if (used.Field == MrzFieldName.Names)
            {
                SplitNames(fields, decoded, lines, used);
            }
        }

        JoinLongNumber(fields, decoded);
        MrzDocument document = new(decoded.Format.Name, lines, fields, decoded.Composite, 0, quads) { EditCost = decoded.Lines.Sum(l => l.EditCost) };
        return document with { Plausibility = Plausibility(decoded, document, today) };
    }

    private static void Add(Dictionary<MrzFieldName, MrzField> fields, MrzField field) => fields[field.Name] = field;

    private static string[] Text(MrzDecoded decoded)
    {
        char[][] lines = [.. Enumerable.Range(0, decoded.Format.LineCount).Select(_ => new string('<', decoded.Format.Length).ToCharArray())];
        foreach (SegmentText segment in decoded.Segments)
        {
            for (int k = 0; k < segment.Cells.Count; k++)
            {
                lines[segment.Cells[k].Line][segment.Cells[k].Column] = MrzAlphabet.Characters[segment.Characters[k]];
            }
        }

        foreach ((MrzComposite composite, int digit) in decoded.Format.Composites.Zip(decoded.CompositeDigits))
        {
            lines[composite.Line][composite.Column] = MrzAlphabet.Characters[digit];
        }

        return [.. lines.Select(l => new string(l))];
    }

    private static MrzField Field(
        MrzDecoded decoded, string[] lines, MrzFieldName name, CellClass kind, int line, int start, int end, MrzCheck check)
    {
        ulong allowed = kind switch
        {
            CellClass.Date => MrzAlphabet.Digits | MrzAlphabet.FillerBit,
            CellClass.Sex => SexGrammar.Instance.Allowed,
            CellClass.Code or CellClass.State or CellClass.Name => MrzAlphabet.Letters | MrzAlphabet.FillerBit,
            _ => MrzAlphabet.Any,
        };
        IReadOnlyList<SegmentCell> patterned = kind == CellClass.Pattern ? SegmentAt(decoded, line, start)!.Cells : [];
        string raw = lines[line][start..end];
        MrzLattice lattice = decoded.Lines[line];
        List<int> corrected = [];
        float sum = 0;
        int counted = 0;
        for (int column = start; column < end; column++)
        {
            int character = MrzAlphabet.IndexOf(lines[line][column]);
            if (lattice.Top(column) != character)
            {
                corrected.Add(column);
            }

            // The long tails of fillers would drown the letters that matter.
            if (character != MrzAlphabet.Filler || string.IsNullOrEmpty(raw.Trim('<')))
            {
                sum += lattice.Posterior(column, character, patterned.Count == 0 ? allowed : patterned[column - start].Grammar.Allowed);
                counted++;
            }
        }

        return new MrzField(name, raw, ValueOf(kind, raw), line, start, counted == 0 ? 0 : sum / counted, check, corrected);
    }

    private static string ValueOf(CellClass kind, string raw) => kind switch
    {
        CellClass.Name => string.Join(' ', raw.Split('<', StringSplitOptions.RemoveEmptyEntries)),
        CellClass.Optional => raw.TrimEnd('<'),
        _ => raw.Trim('<'),
    };

    /// <summary>Takes the issuing place off the end of the names, where there is one.</summary>
    private static MrzRow CutPlace(Dictionary<MrzFieldName, MrzField> fields, MrzDecoded decoded, string[] lines, MrzRow names)
    {
        int start = names.End - PlaceGrammar.Length;
        bool hasPlace = lines[names.Line].AsSpan(start, PlaceGrammar.Length).IndexOfAnyExceptInRange('0', '9') < 0;
        if (hasPlace)
        {
            Add(fields, Field(decoded, lines, MrzFieldName.IssuePlace, CellClass.Date, names.Line, start, names.End, MrzCheck.None));
        }

        return names with { Class = CellClass.Name, End = hasPlace ? start : names.End };
    }

    private static void SplitNames(Dictionary<MrzFieldName, MrzField> fields, MrzDecoded decoded, string[] lines, MrzRow row)
    {
        string raw = lines[row.Line][row.Start..row.End];
        int separator = raw.IndexOf("<<", StringComparison.Ordinal);
        int surnameEnd = row.Start + (separator < 0 ? raw.Length : separator);
        int givenStart = Math.Min(row.End, surnameEnd + 2);
        Add(fields, Field(decoded, lines, MrzFieldName.Surname, CellClass.Name, row.Line, row.Start, surnameEnd, MrzCheck.None));
        Add(fields, Field(decoded, lines, MrzFieldName.GivenNames, CellClass.Name, row.Line, givenStart, row.End, MrzCheck.None));
    }

    private static MrzCheck CheckOf(MrzDecoded decoded, MrzRow row)
    {
        SegmentText? segment = SegmentAt(decoded, row.Line, row.Start);
        int digitAt = segment?.Cells.ToList().FindIndex(c => c.IsCheck) ?? -1;
        if (segment is null || row.Check < 0 || digitAt < 0)
        {
            return MrzCheck.None;
        }

        int sum = 0;
        for (int k = 0; k < segment.Cells.Count; k++)
        {
            sum += segment.Cells[k].FieldWeight * MrzAlphabet.ValueOf(segment.Characters[k]);
        }

        return MrzSegmentSearch.Holds(segment.Characters[digitAt], sum % 10) ? MrzCheck.Passed : MrzCheck.Failed;
    }

    private static SegmentText? SegmentAt(MrzDecoded decoded, int line, int column) =>
        decoded.Segments.FirstOrDefault(s => s.Cells.Any(c => c.Line == line && c.Column == column));

    /// <summary>Moves the rest of a long number out of the optional field into the number.</summary>
    private static void JoinLongNumber(Dictionary<MrzFieldName, MrzField> fields, MrzDecoded decoded)
    {
        if (decoded.Format.NumberRunsInto is not { } into)
        {
            return;
        }

        MrzRow optional = decoded.Format.Rows.Single(r => r.Field == into);
        SegmentText segment = decoded.Segments.First(s => s.Cells.Any(c => c.Line == optional.Line && c.Column == optional.Start));
        int over = segment.Cells.Count(c => c.FieldWeight > 0 && c.Line == optional.Line && c.Column >= optional.Start && c.Column < optional.End);
        if (over == 0)
        {
            return;
        }

        MrzField number = fields[MrzFieldName.Number];
        MrzField rest = fields[into];
        fields[MrzFieldName.Number] = number with { Value = number.Raw + rest.Raw[..over] };
        fields[into] = rest with { Value = rest.Raw[(over + 1)..].Trim('<') };
    }

    /// <summary>
    /// A logistic of the evidence: letters in legal places, check digits, a listed state, dates that are dates. A check digit proves
    /// nothing where the search had to change the field to satisfy it.
    /// </summary>
    private static float Plausibility(MrzDecoded decoded, MrzDocument document, DateOnly today)
    {
        float evidence = 4 - (8 * decoded.RegretPerCell);
        foreach (MrzField field in document.Fields.Values)
        {
            evidence += field.Check switch
            {
                MrzCheck.Passed when field.Corrected.Count == 0 && field.Value.Length > 0 => 1,
                MrzCheck.Failed => -1,
                _ => 0,
            };
        }

        evidence += document.Composite == MrzCheck.Failed ? -1 : 0;
        evidence += !document.Fields.TryGetValue(MrzFieldName.Issuer, out MrzField? issuer) ? 0 : StateCodes.All.Contains(issuer.Raw) ? 0.5f : -0.5f;
        evidence += document.BirthDate(today) is null ? -2 : 0;
        evidence += document.Fields.ContainsKey(MrzFieldName.ExpiryDate) && document.ExpiryDate(today) is null ? -2 : 0;
        evidence -= document[MrzFieldName.Number].Length == 0 ? 3 : 0;
        evidence -= document.Fields.TryGetValue(MrzFieldName.Surname, out MrzField? surname) && surname.Value.Length == 0 ? 3 : 0;
        return 1 / (1 + MathF.Exp(-evidence));
    }
}
