/** What could end a `<script>`, open a comment in it, or end a line of script where JSON allows it inside a text. */
const UNSAFE = /[<\u2028\u2029]/g;

/** Data as JSON for the inside of a `<script type="application/…+json">`, which no browser runs. */
export function dataBlock(data: object): string {
  return JSON.stringify(data).replaceAll(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
