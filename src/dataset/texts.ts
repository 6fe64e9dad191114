import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes that are read from a file in one go. */
const chunkSize = 8_000_000;

/** The bytes of a file, chunk by chunk, so that a large file needs no more memory than a small one. */
export function* chunksOf(path: string, size = chunkSize): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = Buffer.alloc(size);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The same in portions that end where a line does. */
export function* portionsOf(path: string, size = chunkSize): Generator<Buffer> {
  let begun: Buffer[] = [];
  for (const chunk of chunksOf(path, size)) {
    const end = chunk.lastIndexOf('\n') + 1;
    if (end > 0) {
      yield Buffer.concat([...begun, chunk.subarray(0, end)]);
      begun = [];
    }
    begun.push(chunk.subarray(end));
  }
  const rest = Buffer.concat(begun);
  if (rest.length > 0) yield rest;
}

/** The text of a file that has no fault, in portions of whole lines, without its byte-order mark. */
export function* textsOf(path: string): Generator<string> {
  let isFirst = true;
  for (const bytes of portionsOf(path)) {
    const text = bytes.toString('utf8');
    yield isFirst ? text.replace(/^\ufeff/, '') : text;
    isFirst = false;
  }
}

/** Why a file is no text that can be read, and the line of it, 0 for the whole file; null where it is one. */
export function faultOfText(path: string, size = chunkSize): { line: number; message: string } | null {
  let linesBefore = 0;
  let isBlank = true;
  for (const bytes of portionsOf(path, size)) {
    if (!isUtf8(bytes)) {
      const utf16 =
        linesBefore === 0 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
      const line = utf16 ? 0 : linesBefore + firstLineNotUtf8(bytes);
      const message = `is not UTF-8${utf16 ? ', but UTF-16' : ''}. Save the file again with the encoding UTF-8.`;
      return { line, message };
    }
    const nul = bytes.indexOf(0);
    if (nul !== -1) {
      const line = linesBefore + bytes.toString('utf8', 0, nul).split(/\r\n|\n|\r/).length;
      return { line, message: 'holds the character U+0000, which no text may.' };
    }
    isBlank &&= bytes.toString('utf8').trim() === '';
    linesBefore += countLines(bytes);
  }
  return isBlank ? { line: 0, message: 'is empty: give it its first lines, or take the file away.' } : null;
}

function firstLineNotUtf8(bytes: Buffer): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf('\n', from);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(from, next))) return line;
    from = next;
  }
  return line;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf('\n'); at !== -1; at = bytes.indexOf('\n', at + 1)) count++;
  return count;
}
