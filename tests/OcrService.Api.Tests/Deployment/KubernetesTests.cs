using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OcrService.Accounts;
using OcrService.Api.Hosting;
using OcrService.Api.Intake;
using OcrService.Api.Telemetry;
using OcrService.Api.Tests.Support;
using OcrService.Recognition;
using YamlDotNet.RepresentationModel;

namespace OcrService.Api.Tests.Deployment;

/// <summary>The manifests of <c>deploy/kubernetes</c> say what the code does and the image is.</summary>
public sealed class KubernetesTests
{
    private const string Base = "deploy/kubernetes/base/", Example = "deploy/kubernetes/example/", Queue = "deploy/kubernetes/queue-autoscaling/";

    private static readonly YamlNode Deployment = YamlFile.Load(Base + "deployment.yaml");
    private static readonly YamlNode Pod = Deployment.At("spec", "template", "spec");
    private static readonly YamlNode Container = Pod.At("containers", "0");
    private static readonly IReadOnlyDictionary<string, string> Settings = YamlFile.Load(Base + "configmap.yaml").Texts("data");
    private static readonly string[] Dockerfile = File.ReadAllLines(YamlFile.Repository("Dockerfile"));

    [Theory]
    [InlineData(Base)]
    [InlineData(Example)]
    public void A_customization_lists_the_files_of_its_folder_and_no_others(string folder)
    {
        string[] listed = [.. YamlFile.Load(folder + "kustomization.yaml").Items("resources").Select(r => r.Text()).Where(r => !r.StartsWith("../", StringComparison.Ordinal))];
        string[] there = [.. Directory.GetFiles(YamlFile.Repository(folder), "*.yaml").Select(f => Path.GetFileName(f)).Where(f => f != "kustomization.yaml")];

        listed.ShouldBe(there, ignoreOrder: true);
        foreach (string file in listed)
        {
            YamlNode manifest = YamlFile.Load(folder + file);
            foreach (string[] needed in new string[][] { ["apiVersion"], ["kind"], ["metadata", "name"] })
                manifest.Text(needed).ShouldNotBeNullOrEmpty(file);
        }
    }

    [Theory]
    [InlineData("startupProbe", "/health/ready")]
    [InlineData("readinessProbe", "/health/ready")]
    [InlineData("livenessProbe", "/health/live")]
    public async Task Probes_ask_for_what_the_service_answers(string probe, string path)
    {
        using var service = new Service();

        Container.Text(probe, "httpGet", "path").ShouldBe(path);
        Container.Text(probe, "httpGet", "port").ShouldBe(Container.Text("ports", "0", "name"));
        (await service.SendAsync(HttpMethod.Get, path)).Status.ShouldBe(200);
    }

    [Fact]
    public void Port_and_user_are_those_of_the_image_and_its_name_that_of_compose()
    {
        string port = Container.Text("ports", "0", "containerPort");
        Dockerfile.ShouldContain($"EXPOSE {port}");
        Dockerfile.ShouldContain(l => l.Contains($"ASPNETCORE_URLS=http://+:{port} ", StringComparison.Ordinal));
        Deployment.Text("spec", "template", "metadata", "annotations", "prometheus.io/port").ShouldBe(port);
        YamlFile.Load(Base + "service.yaml").Text("spec", "ports", "0", "targetPort").ShouldBe(Container.Text("ports", "0", "name"));
        YamlFile.Load(Base + "network.yaml").Text("spec", "ingress", "0", "ports", "0", "port").ShouldBe(Container.Text("ports", "0", "name"));
        YamlFile.Load(Example + "route.yaml").Text("spec", "rules", "0", "backendRefs", "0", "port")
            .ShouldBe(YamlFile.Load(Base + "service.yaml").Text("spec", "ports", "0", "port"));

        Dockerfile.ShouldContain($"USER {Pod.Text("securityContext", "runAsUser")}");

        string image = Container.Text("image");
        YamlFile.Load("docker-compose.yml").Text("x-ocr", "image").ShouldBe(image);
        YamlFile.Load(Example + "kustomization.yaml").Text("images", "0", "name").ShouldBe(image);
    }

    [Fact]
    public void Every_setting_is_one_of_the_service_and_has_a_value_that_it_takes()
    {
        Dictionary<string, string> secrets = SecretSettings();
        foreach (string name in Settings.Keys.Concat(secrets.Keys).Where(n => n != "PGPASSWORD"))
            Sections().ShouldContain(name.Split("__")[0], name);

        using var service = new Service([.. Settings.Concat(secrets.Where(s => s.Value.Length > 0 && !s.Key.StartsWith("ConnectionStrings", StringComparison.Ordinal)))
            .Select(s => (s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value))]);

        // A name that the section does not know, and a value out of its range, are a failed start.
        service.Services.GetRequiredService<IOptions<ServerOptions>>().Value.TrustedProxies.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_stopping_replica_has_time_to_answer_what_it_took()
    {
        TimeSpan shutdown = TimeSpan.Parse(Settings["Server__ShutdownTimeout"], CultureInfo.InvariantCulture), picture = new RecognitionOptions().Timeout;
        int grace = Number(Pod.Text("terminationGracePeriodSeconds"));
        string[] preStop = [.. Container.Items("lifecycle", "preStop", "exec", "command").Select(c => c.Text())];

        shutdown.ShouldBeGreaterThan(picture);
        preStop[0].ShouldBe("sleep");
        grace.ShouldBeGreaterThanOrEqualTo(Number(preStop[1]) + (int)shutdown.TotalSeconds + 5);
        Number(YamlFile.Load(Example + "route.yaml").Text("spec", "rules", "0", "timeouts", "request").TrimEnd('s')).ShouldBeGreaterThan((int)picture.TotalSeconds);
    }

    [Fact]
    public void A_worker_has_a_processor()
    {
        Settings["Recognition__Workers"].ShouldBe(Container.Text("resources", "requests", "cpu"));
        Container.Text("resources", "requests", "memory").ShouldBe(Container.Text("resources", "limits", "memory"));
    }

    [Fact]
    public void The_container_may_nothing()
    {
        Pod.Text("automountServiceAccountToken").ShouldBe("false");
        Pod.Text("securityContext", "runAsNonRoot").ShouldBe("true");
        Pod.Text("securityContext", "seccompProfile", "type").ShouldBe("RuntimeDefault");
        Container.Text("securityContext", "allowPrivilegeEscalation").ShouldBe("false");
        Container.Text("securityContext", "readOnlyRootFilesystem").ShouldBe("true");
        Container.Items("securityContext", "capabilities", "drop").ShouldHaveSingleItem().Text().ShouldBe("ALL");
        ((YamlMappingNode)Container).Children.Keys.Select(k => k.Text()).ShouldNotContain("volumeMounts");
    }

    [Fact]
    public void Selectors_meet_the_pods()
    {
        const string Label = "app.kubernetes.io/name";
        string name = Deployment.Text("spec", "template", "metadata", "labels", Label);

        Deployment.Text("spec", "selector", "matchLabels", Label).ShouldBe(name);
        YamlFile.Load(Base + "service.yaml").Text("spec", "selector", Label).ShouldBe(name);
        YamlFile.Load(Base + "disruption.yaml").Text("spec", "selector", "matchLabels", Label).ShouldBe(name);
        YamlFile.Load(Base + "network.yaml").Text("spec", "podSelector", "matchLabels", Label).ShouldBe(name);
        foreach (YamlNode spread in Pod.Items("topologySpreadConstraints"))
            spread.Text("labelSelector", "matchLabels", Label).ShouldBe(name);
        YamlFile.Load(Base + "autoscaler.yaml").Text("spec", "scaleTargetRef", "name").ShouldBe(Deployment.Text("metadata", "name"));
        YamlFile.Load(Example + "route.yaml").Text("spec", "rules", "0", "backendRefs", "0", "name").ShouldBe(YamlFile.Load(Base + "service.yaml").Text("metadata", "name"));
        Container.Text("envFrom", "0", "configMapRef", "name").ShouldBe(YamlFile.Load(Base + "configmap.yaml").Text("metadata", "name"));
        Container.Text("envFrom", "1", "secretRef", "name").ShouldBe(YamlFile.Load(Example + "kustomization.yaml").Text("secretGenerator", "0", "name"));
    }

    [Fact]
    public void The_autoscaler_asks_for_a_metric_that_there_is()
    {
        using var service = new Service();
        RecognitionTelemetry.Name.ShouldNotBeEmpty();
        string metric = YamlFile.Load(Queue + "autoscaler.yaml").Text("0", "value", "pods", "metric", "name");

        service.Services.GetRequiredService<MetricsRecorder>().Write().ShouldContain($"# TYPE {metric} gauge");
        YamlFile.Load(Queue + "prometheus-adapter.yaml").Text("rules", "custom", "0", "seriesQuery").ShouldStartWith(metric + "{");
    }

    [Fact]
    public void The_network_is_closed_where_the_service_dials_nobody()
    {
        var rules = new AddressRules([]);
        (IPNetwork Network, IPNetwork[] Except)[] open =
        [
            .. YamlFile.Load(Base + "network.yaml").Items("spec", "egress", "2", "to").Select(t => (
                IPNetwork.Parse(t.Text("ipBlock", "cidr")),
                t.Items("ipBlock", "except").Select(e => IPNetwork.Parse(e.Text())).ToArray())),
        ];

        IPAddress[] different =
        [
            .. open.SelectMany(o => o.Except).SelectMany(Around).Concat(Everywhere())
                .Where(a => Array.Exists(open, o => o.Network.Contains(a) && !Array.Exists(o.Except, e => e.Contains(a))) != rules.Permit(a)),
        ];

        different.ShouldBeEmpty();
    }

    [Fact]
    public void The_route_leads_to_every_endpoint_but_those_that_are_each_replicas_own()
    {
        using var service = new Service();
        string[] prefixes = [.. YamlFile.Load(Example + "route.yaml").Items("spec", "rules", "0", "matches").Select(m => m.Text("path", "value"))];
        string[] routes =
        [
            .. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(r => r is not "/" && !r.StartsWith("/{**", StringComparison.Ordinal)),
        ];

        routes.Length.ShouldBeGreaterThan(30);
        foreach (string route in routes)
            Array.Exists(prefixes, p => route == p || route.StartsWith(p + "/", StringComparison.Ordinal)).ShouldBe(!route.StartsWith("/health/", StringComparison.Ordinal) && route != "/metrics", route);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>One address of every IPv4 network of 16 bits, of every one of 24 bits where small ranges lie, and the like in IPv6.</summary>
    private static IEnumerable<IPAddress> Everywhere()
    {
        for (int high = 0; high < 0x10000; high++)
        {
            (byte first, byte second) = ((byte)(high >> 8), (byte)high);
            yield return new IPAddress([first, second, 0, 1]);
            yield return IPAddress.Parse($"{high:x}::1");
            yield return IPAddress.Parse($"2001:{high:x}::1");
            if (first is not (192 or 198 or 203))
                continue;
            foreach (byte small in new byte[] { 0, 51, 88 })
                yield return new IPAddress([first, small, second, 1]);
        }
    }

    /// <summary>The first and the last address of a network, and their neighbours outside.</summary>
    private static IEnumerable<IPAddress> Around(IPNetwork network)
    {
        byte[] first = network.BaseAddress.GetAddressBytes(), last = [.. first];
        for (int bit = network.PrefixLength; bit < 8 * last.Length; bit++)
            last[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return new[] { first, last, Moved(first, -1), Moved(last, 1) }.Select(b => new IPAddress(b));
    }

    private static byte[] Moved(byte[] address, int by)
    {
        byte[] moved = [.. address];
        for (int i = moved.Length - 1; i >= 0; i--)
        {
            moved[i] = (byte)(moved[i] + by);
            if (moved[i] != (by > 0 ? 0 : 255))
                break;
        }

        return moved;
    }

    private static Dictionary<string, string> SecretSettings() => File.ReadAllLines(YamlFile.Repository(Example + "secret.env.example"))
        .Select(l => l.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static string[] Sections() =>
    [
        "ConnectionStrings",
        .. new[] { typeof(ServerOptions).Assembly, typeof(IRecognizer).Assembly, typeof(AccountFaults).Assembly }.SelectMany(a => a.GetTypes())
            .Select(t => t.GetField("Section")).Where(f => f is { IsLiteral: true }).Select(f => (string)f!.GetRawConstantValue()!),
    ];
}
