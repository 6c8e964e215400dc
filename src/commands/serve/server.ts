import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream";
import { errorCode } from "../../write/problem.ts";
import { standingAt } from "../../write/standing.ts";
import { contentType } from "./content-types.ts";
import { folderUrl, requestPath } from "./request-path.ts";

/** Only this computer can reach it. */
const HOST = "127.0.0.1";

/** Names that this computer has for itself. Another name that leads here is somebody's trick (DNS rebinding). */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

const HEADERS = { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" } as const;

/** How many ports to try when others are taken. */
const ATTEMPTS = 20;

export interface RunningServer {
  /** `http://127.0.0.1:4321/` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a folder on this computer as a static host would: `index.html` for folders, `404.html` for what is not there.
 * Links in the folder are not followed, folders are not listed, nothing is ever written.
 * @param port the next free one is taken where it is not free; 0 for any. Throws where none is.
 */
export async function startServer(folder: string, port: number): Promise<RunningServer> {
  const server = createServer((request, response) => answer(folder, request, response));
  const taken = await listenFrom(server, port);
  return {
    url: `http://${HOST}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenFrom(server: Server, first: number): Promise<number> {
  const last = Math.min(first + ATTEMPTS, 65_535);
  for (let port = first; ; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      if (errorCode(error) !== "EADDRINUSE" || port >= last) throw error;
    }
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** What a request gets: a file, the way to a folder, or a sentence. */
type Reply =
  | { readonly kind: "file"; readonly status: 200 | 404; readonly path: string; readonly size: number }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "refusal"; readonly status: number; readonly text: string };

function refusal(status: number, text: string): Reply {
  return { kind: "refusal", status, text };
}

function replyTo(folder: string, { headers, method, url }: IncomingMessage): Reply {
  if (!LOOPBACK.test(headers.host ?? "")) return refusal(403, "This server answers to this computer only.");
  if (method !== "GET" && method !== "HEAD") return refusal(405, "This server only gives.");
  const wanted = requestPath(url ?? "");
  if (wanted === null) return refusal(400, "This is no path of a site.");
  const path = wanted.segments.join("/");
  const file = wanted.isFolder ? [...wanted.segments, "index.html"].join("/") : path;
  const standing = standingAt(folder, file);
  if (standing.kind === "file") return { kind: "file", status: 200, path: file, size: standing.stats.size };
  if (standing.kind === "folder" && standingAt(folder, `${path}/index.html`).kind === "file") {
    return { kind: "redirect", to: folderUrl(wanted) };
  }
  const missing = standingAt(folder, "404.html");
  if (missing.kind === "file") return { kind: "file", status: 404, path: "404.html", size: missing.stats.size };
  return refusal(404, "There is no such page.");
}

/** No request ends the server, whatever the disk says to its path (a name that is too long, a folder kept shut). */
function tryReplyTo(folder: string, request: IncomingMessage): Reply {
  try {
    return replyTo(folder, request);
  } catch {
    return refusal(404, "Nothing can be read at this path.");
  }
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const reply = tryReplyTo(folder, request);
  switch (reply.kind) {
    case "refusal":
      response.writeHead(reply.status, {
        ...HEADERS,
        ...(reply.status === 405 ? { Allow: "GET, HEAD" } : {}),
        "Content-Type": contentType("refusal.txt"),
      });
      response.end(`${reply.text}\n`);
      return;
    case "redirect":
      response.writeHead(301, { ...HEADERS, Location: reply.to, "Content-Length": 0 });
      response.end();
      return;
    case "file":
      response.writeHead(reply.status, {
        ...HEADERS,
        "Content-Type": contentType(reply.path),
        "Content-Length": reply.size,
      });
      if (request.method === "HEAD") response.end();
      // A build may replace the file meanwhile; then the browser sees a broken transfer, not half a page.
      else pipeline(createReadStream(join(folder, reply.path)), response, () => undefined);
  }
}
