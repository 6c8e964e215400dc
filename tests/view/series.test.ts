import { expect, test } from "vitest";
import type { Listing } from "../../src/model/live-blog.ts";
import { seriesOf } from "../../src/view/series.ts";

const listing = (slug: string, date: string | null, series: string | null = "regatta"): Listing => ({
  ...{ slug, date, series },
  title: slug.toUpperCase(),
  lang: null,
});
const link = (slug: string) => ({ href: `../${slug}/`, title: slug.toUpperCase(), lang: null });

test("the live blogs of a series stand in the order of their days, whatever order they are found in", () => {
  const series = seriesOf([listing("c", "2019-06-09"), listing("a", "2021-06-12"), listing("b", "2017-06-11")]);
  expect(Object.fromEntries(series)).toEqual({
    b: { previous: null, next: link("c") },
    c: { previous: link("b"), next: link("a") },
    a: { previous: link("c"), next: null },
  });
});

test("two of one day stand by their names, those without a day first", () => {
  const series = seriesOf([listing("b", "2019-06-09"), listing("a", "2019-06-09"), listing("c", null)]);
  expect(series.get("a")).toEqual({ previous: link("c"), next: link("b") });
});

test("outside a series, or alone in one, there are no neighbours", () => {
  const series = seriesOf([listing("a", null, null), listing("b", null, null), listing("c", null, "fair")]);
  expect(series.size).toBe(0);
});
