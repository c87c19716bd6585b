using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace OcrService.Api.Tests.Deployment;

/// <summary>A YAML file of the repository.</summary>
internal static class YamlFile
{
    /// <summary>The only document of the file.</summary>
    public static YamlNode Load(string path)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(File.ReadAllText(Repository(path)));
        stream.Load(reader);
        return stream.Documents.ShouldHaveSingleItem(path).RootNode;
    }

    /// <summary>What stands at the end of the path of names and numbers; a failed test that names the step when there is nothing.</summary>
    public static YamlNode At(this YamlNode node, params string[] path)
    {
        foreach (string step in path)
        {
            YamlNode? next = node switch
            {
                YamlMappingNode map => map.Children.TryGetValue(new YamlScalarNode(step), out YamlNode? value) ? value : null,
                YamlSequenceNode list => list.Children.ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture)),
                _ => null,
            };
            node = next.ShouldNotBeNull($"'{step}' of {string.Join('.', path)}");
        }

        return node;
    }

    public static string Text(this YamlNode node, params string[] path) => node.At(path).ShouldBeOfType<YamlScalarNode>().Value!;

    public static IEnumerable<YamlNode> Items(this YamlNode node, params string[] path) => node.At(path).ShouldBeOfType<YamlSequenceNode>().Children;

    public static IReadOnlyDictionary<string, string> Texts(this YamlNode node, params string[] path) =>
        node.At(path).ShouldBeOfType<YamlMappingNode>().Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => c.Value.Text(), StringComparer.Ordinal);

    /// <summary>A path of the repository on this machine.</summary>
    public static string Repository(string path)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OcrService.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, path);
    }
}
