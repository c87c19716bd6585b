namespace OcrService.Specimens.People;

/// <summary>An invented person.</summary>
/// <param name="Surname">Latin capitals.</param>
/// <param name="Given">Latin capitals, words separated by a space.</param>
/// <param name="Han">The name in Han characters; empty for people without.</param>
/// <param name="Sex">M or F.</param>
/// <param name="Birth">Date of birth.</param>
internal sealed record Person(string Surname, string Given, string Han, string Sex, DateOnly Birth);
