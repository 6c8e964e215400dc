import type { Config } from "../model/config.ts";

/**
 * The configuration of the site in a folder, for commands that are about something else: the defaults where there is
 * none, or none that can be read. What is wrong with it, `build` and `check` say.
 */
export async function siteConfig(root: string): Promise<Config> {
  const { CONFIG_FILE, readConfig } = await import("../config/read-config.ts");
  const { readSourceFile } = await import("../read/source-file.ts");
  return readConfig((await readSourceFile(root, CONFIG_FILE)).value).value;
}
