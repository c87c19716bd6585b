// Reads pictures with tesseract.js: one worker, the library's own default engine, and the data it would fetch (4.0.0_best_int), from packages.
// Arguments: --languages=eng+chi_sim.
import { mkdir, copyFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createWorker } from 'tesseract.js';
import { serve } from './serve.mjs';

const { values } = parseArgs({ options: { languages: { type: 'string', default: 'eng+chi_sim' } } });
const languages = values.languages.split('+');

// The library wants all languages in one folder; the packages have one each.
const folder = 'node_modules/.tessdata';
await mkdir(folder, { recursive: true });
for (const language of languages) {
  const file = `${language}.traineddata.gz`;
  await copyFile(`node_modules/@tesseract.js-data/${language}/4.0.0_best_int/${file}`, `${folder}/${file}`);
}

const worker = await createWorker(languages, undefined, { langPath: folder, gzip: true, cacheMethod: 'none' });

await serve(async (file) => {
  const { data } = await worker.recognize(file);
  return data.text.split('\n').filter((line) => line.trim() !== '');
});
await worker.terminate();
