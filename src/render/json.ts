/** Data as a file of JSON that people can read, and that compares line by line. */
export function json(data: object): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
