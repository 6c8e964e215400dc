import { open } from "node:fs/promises";
import { join } from "node:path";
import { imageSize } from "image-size";
import type { Checked } from "../model/diagnostic.ts";
import type { PictureSize } from "../model/picture.ts";

const PICTURE = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** A picture says its size near its beginning; what cameras put before it fits in here. */
const HEAD_BYTES = 512 * 1024;

/** From here on the EXIF orientation says that the picture lies on its side, and browsers turn it. */
const ON_ITS_SIDE = 5;

/**
 * The size that a picture's file states, so that a page keeps its room free while it loads; nothing is decoded.
 * Null for what is no picture. Warning: `picture-unmeasured`.
 * @param root absolute · @param file relative to root, forward slashes
 */
export async function readPictureSize(root: string, file: string): Promise<Checked<PictureSize | null>> {
  if (!PICTURE.test(file)) return { value: null, diagnostics: [] };
  const size = sizeIn(await headOf(join(root, file)));
  if (size !== null) return { value: size, diagnostics: [] };
  return {
    value: null,
    diagnostics: [
      {
        ...{ code: "picture-unmeasured", severity: "warning", file, line: 1, column: 1, excerpt: null },
        message: "this file does not say how large its picture is, so the page moves when it loads, if it loads at all",
        hint: "see whether it opens as a picture, and save it again; an SVG needs a viewBox",
      },
    ],
  };
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(HEAD_BYTES) });
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return new Uint8Array();
  }
}

/** What is no picture, whatever it is called, has no size: the library throws on it. */
function sizeIn(head: Uint8Array): PictureSize | null {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    const shown = orientation >= ON_ITS_SIDE ? { width: height, height: width } : { width, height };
    const [across, down] = [Math.round(shown.width), Math.round(shown.height)];
    return across > 0 && down > 0 ? { width: across, height: down } : null;
  } catch {
    return null;
  }
}
