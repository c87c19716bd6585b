// Reads the PNG lines of a folder with a CTC reader: node run_onnx.js FOLDER MODEL.onnx [DICTIONARY]
// Needs the npm packages onnxruntime-node (the version of tessdata/package.json) and pngjs.
const fs = require('fs'), path = require('path'), ort = require('onnxruntime-node'), { PNG } = require('pngjs');

// The binding does not show a model's metadata; the dictionary is the value after the key `character` at the end of the file.
function dictionaryOf(model) {
  const at = model.lastIndexOf(Buffer.from('\n\x09character\x12', 'latin1'));
  if (at < 0) throw new Error('no dictionary in the model');
  let from = at + 12, length = 0, shift = 0, byte;
  do { byte = model[from++]; length |= (byte & 127) << shift; shift += 7; } while (byte & 128);
  return model.subarray(from, from + length).toString('utf8');
}

async function main(folder, file, keys) {
  const model = fs.readFileSync(file);
  const symbols = ['', ...(keys ? fs.readFileSync(keys, 'utf8') : dictionaryOf(model)).replace(/\n$/, '').split('\n'), ' '];
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  for (const name of fs.readdirSync(folder).filter(n => n.endsWith('.png')).sort()) {
    const png = PNG.sync.read(fs.readFileSync(path.join(folder, name))), width = Math.ceil(png.width / 8) * 8;
    const input = new Float32Array(3 * 48 * width);
    for (let plane = 0; plane < 3; plane++)
      for (let y = 0; y < 48; y++)
        for (let x = 0; x < width; x++)
          input[(plane * 48 + y) * width + x] = png.data[4 * (y * png.width + Math.min(x, png.width - 1)) + 2 - plane] / 127.5 - 1;
    const output = Object.values(await session.run({ [session.inputNames[0]]: new ort.Tensor('float32', input, [1, 3, 48, width]) }))[0];
    const [, frames, classes] = output.dims;
    if (classes !== symbols.length) throw new Error(`${classes} classes, ${symbols.length} symbols`);
    let text = '', last = 0;
    for (let t = 0; t < frames; t++) {
      let best = 0;
      for (let c = 1; c < classes; c++) if (output.data[t * classes + c] > output.data[t * classes + best]) best = c;
      if (best !== last) text += symbols[best];
      last = best;
    }
    console.log(`${name}\t${text}`);
  }
}

main(...process.argv.slice(2));
