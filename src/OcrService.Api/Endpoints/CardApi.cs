using OcrService.Api.Contract;
using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Endpoints;

/// <summary>The endpoint of a document type: everything it says and takes comes from the declaration.</summary>
internal sealed class CardApi : OcrApi
{
    private readonly DocumentType _type;
    private readonly CardExtractor _extract;
    private readonly Dictionary<RequestOption, Parameter> _parameters;

    public CardApi(DocumentType type, CardExtractor extract)
    {
        _type = type;
        _extract = extract;
        _parameters = type.Contract.AllOptions.ToDictionary(o => o, ParameterOf);
        Parameters = [.. _parameters.Values];
    }

    public DocumentContract Contract => _type.Contract;

    public override string Name => _type.Name;

    public override string Operation => Contract.Operation;

    public override string Summary => Contract.Summary;

    public override string Description => Contract.Description;

    public override ImageLimits Limits => AcceptedImages.Card;

    public override IReadOnlyList<Parameter> Parameters { get; }

    public override ReadingPlan PlanFor(OcrRequest request) =>
        new() { DetectDirection = true, FindMrz = _type.NeedsMrz, FindSingleMrzRow = _type.HasSingleMrzRow, Writing = _type.Writing };

    public override Outcome<OcrAnswer> Answer(OcrRequest request, Page page, IPicture picture) =>
        _extract(_type, page, picture, OptionsOf(request)).Succeeded(out DocumentResult? result, out Fault? fault)
            ? new OcrAnswer(writer => CardResponseWriter.Write(writer, result, page))
            : fault;

    private static Parameter ParameterOf(RequestOption option) => option switch
    {
        SwitchOption o => new SwitchParameter(o.Name, absent: false, o.Description),
        ChoiceOption o => new ChoiceParameter(o.Name, o.MayBeEmpty ? [.. o.Allowed, ""] : o.Allowed, o.Description),
        _ => throw new InvalidOperationException($"Option '{option.Name}' has no wire form."),
    };

    private Dictionary<string, string?> OptionsOf(OcrRequest request)
    {
        var options = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach ((RequestOption option, Parameter parameter) in _parameters)
        {
            switch (parameter)
            {
                case SwitchParameter p when request.Of(p):
                    options[option.Name] = null;
                    break;
                case ChoiceParameter p when request.Of(p) is { } choice:
                    options[option.Name] = choice;
                    break;
            }
        }

        return options;
    }
}

/// <summary>Takes a document's fields from a page.</summary>
/// <param name="type">The document type.</param>
/// <param name="page">What was read.</param>
/// <param name="picture">Where more can be read.</param>
/// <param name="options">The request's options, as in <see cref="DocumentRequest.Options"/>.</param>
internal delegate Outcome<DocumentResult> CardExtractor(DocumentType type, Page page, IPicture picture, IReadOnlyDictionary<string, string?> options);
