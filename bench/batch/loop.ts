import { closeSync, createReadStream, openSync, writeSync } from "node:fs";

// What nobody can do without who reads cases in JSON and writes a line for each: it parses every line, and writes one that is
// as long as a row of decisions is on average. It decides nothing and checks nothing.
const [input = "", output = "", length = "0"] = process.argv.slice(2);
const filler = "x".repeat(Math.max(0, Number(length) - '{"case":"case 100000","filler":""}\n'.length));
const file = openSync(output, "w");
let rest = Buffer.alloc(0);
for await (const piece of createReadStream(input, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
  const bytes = Buffer.concat([rest, piece]);
  const end = bytes.lastIndexOf("\n") + 1;
  rest = bytes.subarray(end);
  const text = bytes.toString("utf8", 0, end);
  let rows = "";
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf("\n", start);
    const { case: name } = JSON.parse(text.slice(start, at)) as { readonly case: string };
    rows += `${JSON.stringify({ case: name, filler })}\n`;
    start = at + 1;
  }
  writeSync(file, rows);
}
closeSync(file);
