using OcrService.Api.Contract;
using OcrService.Documents;
using OcrService.Documents.Pages;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Endpoints;

/// <summary>
/// A card endpoint. It is bound to the document type by <paramref name="extract"/>; the request's part is declared here, since
/// switches are wire matter.
/// </summary>
internal sealed class CardApi(CardContract contract, Func<OcrRequest, Page, Outcome<DocumentResult>> extract) : OcrApi
{
    public CardContract Contract => contract;

    public override string Name => contract.Name;

    public override string Summary => contract.Summary;

    public override string Description => contract.Description;

    public override ImageLimits Limits => AcceptedImages.Card;

    public override IReadOnlyList<Parameter> Parameters => contract.Parameters;

    public override ReadingPlan PlanFor(OcrRequest request) => contract.Plan;

    public override Outcome<OcrAnswer> Answer(OcrRequest request, Page page) =>
        extract(request, page).Succeeded(out DocumentResult? result, out Fault? fault)
            ? new OcrAnswer(writer => CardResponseWriter.Write(writer, result))
            : fault;
}
