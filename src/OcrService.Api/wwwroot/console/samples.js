// The request as code. The picture itself is left out: "..." stands for its Base64 text.

export const languages = ["curl", "Python", "C#", "Java"];

export function sample(language, api, options, picture, project) {
  const endpoint = location.origin + location.pathname.replace(/\/console\/?$/, "");
  const members = picture?.url ? { url: picture.url, ...options } : { image: "...", ...options };
  const body = api.operation.replace(/^Recognize/, "") + "RequestBody";
  return {
    curl: () => [
      picture?.url ? null : `image=$(base64 -w0 picture.jpg)`,
      `curl -sS ${endpoint}/v2/${project}/ocr/${api.name} -H "X-Auth-Token: $token" -H 'Content-Type: application/json' --data-binary @- <<JSON`,
      JSON.stringify(members).replace('"..."', '"$image"'),
      "JSON",
    ].filter((l) => l !== null).join("\n"),
    Python: () => [
      "import base64, os",
      "from huaweicloudsdkcore.auth.credentials import BasicCredentials",
      `from huaweicloudsdkocr.v1 import OcrClient, ${api.operation}Request, ${body}`,
      "",
      "client = OcrClient.new_builder() \\",
      `    .with_credentials(BasicCredentials(os.environ["OCR_AK"], os.environ["OCR_SK"], "${project}")) \\`,
      `    .with_endpoint("${endpoint}").build()`,
      picture?.url ? null : 'image = base64.b64encode(open("picture.jpg", "rb").read()).decode()',
      `body = ${body}(${pairs(members, "=", python)})`,
      `print(client.${snake(api.operation)}(${api.operation}Request(body=body)).result)`,
    ].filter((l) => l !== null).join("\n"),
    "C#": () => [
      "using HuaweiCloud.SDK.Core;",
      "using HuaweiCloud.SDK.Core.Auth;",
      "using HuaweiCloud.SDK.Ocr.V1;",
      "using HuaweiCloud.SDK.Ocr.V1.Model;",
      "",
      "OcrClient client = OcrClient.NewBuilder()",
      `    .WithCredential(new BasicCredentials(ak, sk, "${project}"))`,
      `    .WithEndPoint("${endpoint}").Build();`,
      picture?.url ? null : 'string image = Convert.ToBase64String(File.ReadAllBytes("picture.jpg"));',
      `var request = new ${api.operation}Request { Body = new ${body} { ${pairs(members, " = ", csharp, pascal)} } };`,
      `Console.WriteLine(client.${api.operation}(request).Result);`,
    ].filter((l) => l !== null).join("\n"),
    Java: () => [
      "OcrClient client = OcrClient.newBuilder()",
      `    .withCredential(new BasicCredentials().withAk(ak).withSk(sk).withProjectId("${project}"))`,
      `    .withEndpoint("${endpoint}").build();`,
      picture?.url ? null : 'String image = Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of("picture.jpg")));',
      `${body} body = new ${body}()${Object.entries(members).map(([n, v]) => `.with${pascal(n)}(${java(v)})`).join("")};`,
      `System.out.println(client.${lower(api.operation)}(new ${api.operation}Request().withBody(body)).getResult());`,
    ].filter((l) => l !== null).join("\n"),
  }[language]();
}

const pascal = (name) => name.split("_").map((p) => p[0].toUpperCase() + p.slice(1)).join("");
const lower = (name) => name[0].toLowerCase() + name.slice(1);
const snake = (name) => name.replace(/(?<!^)([A-Z])/g, "_$1").toLowerCase();
const pairs = (members, sign, value, name = (n) => n) => Object.entries(members).map(([n, v]) => `${name(n)}${sign}${value(v)}`).join(", ");
const quoted = (v) => (v === "..." ? "image" : JSON.stringify(v));
const python = (v) => (v === true ? "True" : v === false ? "False" : Array.isArray(v) ? `[${v.map(quoted).join(", ")}]` : quoted(v));
const csharp = (v) => (Array.isArray(v) ? `new() { ${v.map(quoted).join(", ")} }` : typeof v === "boolean" ? String(v) : quoted(v));
const java = (v) => (Array.isArray(v) ? `List.of(${v.map(quoted).join(", ")})` : typeof v === "boolean" ? String(v) : quoted(v));
