import { fileURLToPath } from "node:url";
import { printedBy } from "#shared/testing/program.ts";

const shapes = fileURLToPath(new URL("./shapes.ts", import.meta.url));

/** A server whose memory is cleared between its first requests, as it is while services start. */
const program = (first: string) => `
  import { createServer } from "node:http";
  ${first}
  let quick = true;
  const server = createServer((request, response) => {
    quick = %HasFastProperties(request) && %HasFastProperties(response);
    response.end("words");
  }).listen(0, "127.0.0.1", async () => {
    for (let n = 0; n < 12; n++) {
      await (await fetch("http://127.0.0.1:" + server.address().port)).text();
      gc();
    }
    console.log(quick);
    process.exit();
  });`;

const lastIsQuick = (first: string) => printedBy(program(first), ["--allow-natives-syntax", "--expose-gc"]);

it("requests and answers stay objects and become no dictionaries, whenever memory is cleared", () => {
  expect(lastIsQuick(`import { settleShapes } from ${JSON.stringify(shapes)}; settleShapes();`)).toBe("true");
  // What would come of it otherwise; when this is no longer so, `settleShapes` can go.
  expect(lastIsQuick("")).toBe("false");
});
