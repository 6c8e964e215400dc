import type { Recognised } from "../model/embed.ts";
import { noticeOf } from "./embed-party.ts";

/** What the page's script reads of a provider, all of it text: `data-…` attributes. */
export interface FrameFacts {
  readonly key: string;
  readonly provider: string;
  readonly src: string;
  readonly height: number | null;
  readonly ratio: string | null;
  readonly max: number | null;
  readonly allow: string;
  readonly sandbox: string;
  readonly referrer: string;
  readonly measure: string | null;
  readonly ask: string | null;
  readonly parent: string | null;
  readonly notice: string;
}

/** A frame as the page's script makes it. @param stated the height that its source gives, where it gives one */
export function frameFacts({ provider, ref }: Recognised, stated: number | undefined): FrameFacts {
  const size = provider.size(ref);
  const measure = provider.height(ref);
  return {
    key: provider.key,
    provider: provider.name,
    src: provider.frame(ref),
    height: "height" in size ? (stated ?? size.height) : null,
    ratio: "ratio" in size ? size.ratio.toFixed(4) : null,
    max: provider.maxWidth,
    allow: provider.allow.join("; "),
    sandbox: provider.sandbox.join(" "),
    referrer: provider.referrer,
    measure: measure === null ? null : JSON.stringify(measure),
    ask: provider.ask,
    parent: provider.hostParameter,
    notice: noticeOf(provider),
  };
}
