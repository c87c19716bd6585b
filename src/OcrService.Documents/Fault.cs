namespace OcrService.Documents;

/// <summary>
/// An ordinary failure, named. Each layer declares its own faults as static fields; the wire's error catalogue gives every
/// fault its code, status and public text. Two faults are the same when their names are.
/// </summary>
/// <param name="Name">Dotted lower-case name, unique in the service, for example <c>image.unknown_format</c>.</param>
public sealed record Fault(string Name);
