interface Rule {
  readonly breaks: (segment: string) => boolean;
  readonly why: string;
}

/** Most file systems stop at 255 bytes a name; the rest is room for what a host or an archiver puts after it. */
const MAX_SEGMENT_BYTES = 200;

/** Names that Windows keeps for devices, with any extension: `nul.html` is the null device. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

/** What one part of a path may not be, so that the site is the same site on every disk and behind every host. */
const RULES: readonly Rule[] = [
  { breaks: (segment) => segment === "", why: "a part of it is empty, or it starts or ends with a slash" },
  { breaks: (segment) => segment === "." || segment === "..", why: 'it has a "." or ".." part' },
  { breaks: (segment) => segment.includes("\\"), why: "it has a backslash, which is a slash on Windows" },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what it is for.
  { breaks: (segment) => /[\u0000-\u001f\u007f-\u009f]/.test(segment), why: "it has a control character" },
  { breaks: (segment) => /[<>:"|?*]/.test(segment), why: 'it has one of < > : " | ? *, which Windows refuses' },
  { breaks: (segment) => /[. ]$/.test(segment), why: "a part of it ends in a dot or a space, which Windows drops" },
  { breaks: (segment) => DEVICE.test(segment), why: "a part of it is the name of a device on Windows" },
  { breaks: (segment) => /\p{Surrogate}/u.test(segment), why: "it has half of a character (a lone surrogate)" },
  { breaks: (segment) => segment !== segment.normalize("NFC"), why: "it is not in Unicode's form NFC" },
  {
    breaks: (segment) => Buffer.byteLength(segment) > MAX_SEGMENT_BYTES,
    why: `a part of it is longer than ${MAX_SEGMENT_BYTES} bytes`,
  },
];

/**
 * Why a path cannot be a file below a folder, on any system: absolute, climbing, ambiguous or unportable ones.
 * @param path relative, forward slashes · @returns null where nothing speaks against it
 */
export function pathFault(path: string): string | null {
  const segments = path.split("/");
  return RULES.find((rule) => segments.some(rule.breaks))?.why ?? null;
}

/** One spelling for all paths that are one file on some disk: `Ünder/A` and `ünder/a` (macOS, Windows). */
export function foldPath(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}

/** The folders above a path, outermost first: `a/b/c.html` → `a`, `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
