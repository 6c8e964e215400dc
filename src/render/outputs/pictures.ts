import type { LiveBlogOutput } from "./registry.ts";

/** The files that stand beside a live blog's markdown, published beside its page. */
export const pictures: LiveBlogOutput = {
  name: "pictures",
  files: ({ slug, assets }) =>
    [...assets.keys()].map((name) => {
      const copyOf = `content/${slug}/${name}`;
      return { path: `${slug}/${name}`, content: { copyOf }, wantedBy: copyOf };
    }),
};
