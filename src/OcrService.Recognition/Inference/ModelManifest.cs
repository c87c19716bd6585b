using System.Security.Cryptography;
using System.Text.Json;

namespace OcrService.Recognition.Inference;

/// <summary>
/// The list of model files, <c>models.json</c> in the model folder: which file serves which role, and the SHA-256 of every file. A
/// file that is missing or differs stops the start with a message that names it.
/// </summary>
internal sealed class ModelManifest
{
    public const string FileName = "models.json";

    private readonly string _folder;
    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    private ModelManifest(string folder) => _folder = folder;

    /// <summary>Opens the manifest of a folder.</summary>
    /// <exception cref="InvalidDataException">There is no manifest, or it cannot be read.</exception>
    public static ModelManifest Open(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidDataException($"'{path}' was not found: set Recognition:ModelPath to the folder that holds it (tessdata of the source tree).");
        ModelManifest manifest = new(folder);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (JsonProperty role in json.RootElement.GetProperty("roles").EnumerateObject())
                manifest._roles[role.Name] = role.Value.GetString() ?? "";
            foreach (JsonElement file in json.RootElement.GetProperty("files").EnumerateArray())
                manifest._hashes[file.GetProperty("file").GetString()!] = file.GetProperty("sha256").GetString()!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentNullException)
        {
            throw new InvalidDataException($"'{path}' is not a list of models: {e.Message}", e);
        }

        return manifest;
    }

    /// <summary>True when the manifest names a file for the role.</summary>
    public bool Has(string role) => _roles.ContainsKey(role);

    /// <summary>Roles that begin with a prefix, the prefix cut off: <c>traineddata.tha</c> gives <c>tha</c>.</summary>
    public IEnumerable<string> RolesUnder(string prefix) =>
        _roles.Keys.Where(r => r.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r[prefix.Length..]);

    /// <summary>Full path of the file that serves a role, its hash not checked.</summary>
    /// <exception cref="InvalidDataException">The role is not in the manifest.</exception>
    public string PathOf(string role) =>
        _roles.TryGetValue(role, out string? file)
            ? Path.GetFullPath(Path.Combine(_folder, file))
            : throw new InvalidDataException($"The role '{role}' is missing in '{Path.Combine(_folder, FileName)}'.");

    /// <summary>Content of the file that serves a role, checked against its SHA-256.</summary>
    /// <exception cref="InvalidDataException">The role or the file is missing, or the file is not the one listed.</exception>
    public byte[] Load(string role)
    {
        string path = PathOf(role);
        if (!File.Exists(path))
            throw new InvalidDataException($"The model '{path}' ({role}) is missing: run tessdata/setup.sh.");
        byte[] content = File.ReadAllBytes(path);
        string file = _roles[role];
        if (!_hashes.TryGetValue(file, out string? expected))
            throw new InvalidDataException($"'{file}' ({role}) has no SHA-256 in '{Path.Combine(_folder, FileName)}'.");
        string actual = Convert.ToHexStringLower(SHA256.HashData(content));
        return string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase)
            ? content
            : throw new InvalidDataException($"The model '{path}' ({role}) has SHA-256 {actual}, but the list says {expected}.");
    }
}
