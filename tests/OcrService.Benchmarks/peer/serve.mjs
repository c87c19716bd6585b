// Answers a path per line on stdin with a JSON object per line on stdout: {"ready":true} once, then {"ms":number,"lines":[...]} or
// {"error":"..."} for each picture. The time is that of `read` alone, from the file's bytes in memory to the lines.
import { createInterface } from 'node:readline';
import { readFile } from 'node:fs/promises';

export async function serve(read) {
  answer({ ready: true });
  for await (const path of createInterface({ input: process.stdin })) {
    try {
      const file = await readFile(path);
      const started = performance.now();
      const lines = await read(file);
      answer({ ms: performance.now() - started, lines });
    } catch (error) {
      answer({ error: String(error) });
    }
  }
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
