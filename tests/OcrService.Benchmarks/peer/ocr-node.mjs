// Reads pictures with @gutenye/ocr-node. A path per line on stdin, a JSON answer per line on stdout:
// {"ready":true,...} once, then {"ms":number,"lines":[...]} or {"error":"..."} for each picture.
// Arguments: --threads=N intra-op threads (0: the runtime's default, all cores), --max-side=N longest side in pixels the picture is
// made smaller to before it is read (0: as it is; the library itself detects on the picture's own size, rounded up to 32).
import { createInterface } from 'node:readline';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import Ocr from '@gutenye/ocr-node';

const { values } = parseArgs({
  options: { threads: { type: 'string', default: '0' }, 'max-side': { type: 'string', default: '0' } },
});
const threads = Number(values.threads);
const maxSide = Number(values['max-side']);
const ocr = await Ocr.create(threads > 0 ? { onnxOptions: { intraOpNumThreads: threads, interOpNumThreads: 1 } } : {});
answer({ ready: true, threads, maxSide });

for await (const path of createInterface({ input: process.stdin })) {
  try {
    const file = await readFile(path);
    const started = performance.now();
    const lines = await ocr.detect(maxSide > 0 ? await shrink(file) : file);
    answer({ ms: performance.now() - started, lines: lines.map((line) => line.text) });
  } catch (error) {
    answer({ error: String(error) });
  }
}

async function shrink(file) {
  const { width, height } = await sharp(file).metadata();
  if (Math.max(width, height) <= maxSide) return file;
  return sharp(file).resize({ width: maxSide, height: maxSide, fit: 'inside' }).png({ compressionLevel: 0 }).toBuffer();
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
