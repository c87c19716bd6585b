// Reads pictures with @gutenye/ocr-node.
// Arguments: --threads=N intra-op threads (0: the runtime's default, all cores), --max-side=N longest side in pixels the picture is
// made smaller to before it is read (0: as it is; the library itself detects on the picture's own size, rounded up to 32).
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import Ocr from '@gutenye/ocr-node';
import { serve } from './serve.mjs';

const { values } = parseArgs({
  options: { threads: { type: 'string', default: '0' }, 'max-side': { type: 'string', default: '0' } },
});
const threads = Number(values.threads);
const maxSide = Number(values['max-side']);
const ocr = await Ocr.create(threads > 0 ? { onnxOptions: { intraOpNumThreads: threads, interOpNumThreads: 1 } } : {});

await serve(async (file) => {
  const lines = await ocr.detect(maxSide > 0 ? await shrink(file) : file);
  return lines.map((line) => line.text);
});

async function shrink(file) {
  const { width, height } = await sharp(file).metadata();
  if (Math.max(width, height) <= maxSide) return file;
  return sharp(file).resize({ width: maxSide, height: maxSide, fit: 'inside' }).png({ compressionLevel: 0 }).toBuffer();
}
