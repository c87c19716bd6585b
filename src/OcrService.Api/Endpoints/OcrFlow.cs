using OcrService.Api.Contract;
using OcrService.Api.Hosting;
using OcrService.Api.Intake;
using OcrService.Api.Telemetry;
using OcrService.Documents;
using OcrService.Recognition;
using OcrService.Recognition.Imaging;

namespace OcrService.Api.Endpoints;

/// <summary>The way of a request once it is let in: read it, take in the picture, recognise, answer.</summary>
internal sealed class OcrFlow(ImageIntake intake, IRecognizer recognizer, TimeProvider time)
{
    public async Task<Outcome<OcrAnswer>> RunAsync(OcrApi api, RequestBody body, RequestNotes notes, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        Outcome<OcrRequest> reading = RequestReader.Read(body.Bytes, api.Parameters, intake.MaxBase64Chars);
        notes.Parsing = time.GetElapsedTime(started);
        if (!reading.Succeeded(out OcrRequest? request, out Fault? fault))
            return fault;

        started = time.GetTimestamp();
        Outcome<AdmittedImage> admission = await intake.TakeAsync(request, api.Limits, cancellationToken);
        body.Release();
        notes.Intake = time.GetElapsedTime(started);
        if (!admission.Succeeded(out AdmittedImage? image, out fault))
            return fault;

        notes.Admitted(image);
        started = time.GetTimestamp();
        Outcome<OcrAnswer> answer =
            await recognizer.RecognizeAsync(image, api.PlanFor(request), (page, picture) => api.Answer(request, page, picture), cancellationToken);
        notes.Recognition = time.GetElapsedTime(started);
        return answer;
    }
}
