import { buildWeb } from "../../scripts/build-web.ts";

type Measured = { page: string; js: number; css: number };
type Budget = { budgets: { js: number; css: number }; measure(): Measured[] };

// A plain script, so that it also runs by itself.
const script = "../../web/budget.mjs";

it("keeps public pages light enough for a slow connection", async () => {
  await buildWeb();
  const { budgets, measure }: Budget = await import(script);
  const measured = measure();
  expect(measured).toHaveLength(4);
  for (const { page, js, css } of measured) {
    expect({ page, tooMuchJs: Math.max(0, js - budgets.js) }).toEqual({ page, tooMuchJs: 0 });
    expect({ page, tooMuchCss: Math.max(0, css - budgets.css) }).toEqual({ page, tooMuchCss: 0 });
    expect(js).toBeGreaterThan(50_000);
  }
}, 120_000);
