import { readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const ci = readFileSync(".ci/run", "utf8");
const steps = [...ci.matchAll(/^step "(.+)"$/gm)].map((match) => match[1]);

const Workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ run: z.string().optional() })) })),
});
const workflow = Workflow.parse(parse(readFileSync(".github/workflows/publish.yml", "utf8")));

test("the workflow's shell steps are the ones that .ci/run runs, in its order", () => {
  const runs = Object.values(workflow.jobs)
    .flatMap((job) => job.steps.map((step) => step.run))
    .filter((run) => run !== undefined);
  expect(runs).toEqual(steps);
});

test(".ci/run begins with the README's test command and ends with the build", () => {
  expect(readFileSync("README.md", "utf8")).toContain(`\n${steps[0]}\n`);
  expect(steps.at(-1)).toBe("npm run build");
  expect(statSync(".ci/run").mode & 0o111, "chmod +x .ci/run").not.toBe(0);
});

test("every npm script that the steps name exists", () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  const named = [...ci.matchAll(/npm (?:run )?(?!ci\b|run\b)([\w:]+)/g)].map((match) => match[1]);
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test("without more said, the workflow may only read", () => {
  expect(workflow.permissions).toEqual({ contents: "read" });
});
