// One call as a customer makes it, with the vendor's own client, told by the environment:
//   ENDPOINT      the service, http or https, without a slash at the end: the client would sign another path than it sends
//   AK, SK        the access key
//   REGION        the region the client is built for
//   PROJECT_ID    the project; empty: the client asks IAM for it by the name of the region
//   IAM_ENDPOINT  where IAM is; empty: ENDPOINT
//   API           the last part of the path, for example web-image
//   IMAGE_BASE64  a file that holds the picture as Base64 text
// Prints one line of JSON: {status, body}, or {status, error_code, error_msg, request_id} when the client threw. A failure
// without an answer has no status.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The client logs failed requests, picture and signature included, to the standard output; that line is ours alone.
const print = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;

const require = createRequire(import.meta.url);
const { BasicCredentials, Region } = require('@huaweicloud/huaweicloud-sdk-core');
const { ClientBuilder } = require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder');

const { ENDPOINT, IAM_ENDPOINT, AK, SK, PROJECT_ID, REGION, API, IMAGE_BASE64 } = process.env;

function build() {
    const credentials = new BasicCredentials().withAk(AK).withSk(SK);
    const builder = new ClientBuilder((client) => client);
    if (PROJECT_ID) {
        return builder.withCredential(credentials.withProjectId(PROJECT_ID)).withEndpoint(ENDPOINT).build();
    }
    return builder
        .withCredential(credentials.withIamEndpoint(IAM_ENDPOINT || ENDPOINT))
        .withRegion(new Region(REGION, ENDPOINT))
        .build();
}

async function call() {
    const { httpStatusCode, ...body } = await build().sendRequest({
        method: 'POST',
        url: '/v2/{project_id}/ocr/' + API,
        contentType: 'application/json',
        queryParams: {},
        pathParams: {},
        headers: {},
        data: { image: readFileSync(IMAGE_BASE64, 'utf8').trim() },
    });
    return { status: httpStatusCode, body };
}

// It also keeps an id of the installation in the home folder, a part of its User-Agent.
const home = mkdtempSync(join(tmpdir(), 'vendor-client-'));
process.env.HOME = home;

const result = await call().catch((error) => ({
    status: error.httpStatusCode,
    error_code: error.errorCode,
    error_msg: error.errorMsg || error.message || String(error),
    request_id: error.requestId,
}));
rmSync(home, { recursive: true });
print(JSON.stringify(result) + '\n');
