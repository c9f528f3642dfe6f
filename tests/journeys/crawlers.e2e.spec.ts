import type { FastifyInstance } from "fastify";
import { type Product, startProduct } from "../kit/product.ts";
import { register } from "./web-registration.ts";
import { type Stage, setStage } from "./web-stage.ts";

const portal = "https://portal.example";

async function asked(product: Product, url: string) {
  const { app } = product.broker.getLocalService("gateway") as unknown as { app: FastifyInstance };
  return app.inject({ url, headers: { host: "portal.example" } });
}

describe("what search engines ask for", () => {
  let stage: Stage;
  let partner: string;

  beforeAll(async () => {
    stage = await setStage();
    ({ id: partner } = await register(stage.product, { name: "Ports" }, "published"));
    await register(stage.product, { name: "Still Waiting" }, true);
    await stage.product.settled();
  }, 120_000);
  afterAll(() => stage?.stop());

  it("H14: there is nothing for them where nobody knows where the portal stands", async () => {
    expect((await fetch(`${stage.url}/sitemap.xml`)).status).toBe(404);
    const robots = await (await fetch(`${stage.url}/robots.txt`)).text();
    expect(robots).not.toContain("Sitemap");
  });

  it("H14: every partner that is published, and none that waits", async () => {
    const { crawled, stop } = await known(stage.product);
    try {
      const map = await crawled("/sitemap.xml");
      expect(map.statusCode).toBe(200);
      expect(map.headers["content-type"]).toBe("application/xml; charset=utf-8");
      for (const language of ["nl", "en", "fr", "de"]) {
        expect(map.body).toContain(`<loc>${portal}/${language}/partners/${partner}</loc>`);
        expect(map.body).toContain(`hreflang="${language}" href="${portal}/${language}/missions"`);
      }
      expect(map.body).toContain(`<loc>${portal}/fr/missions/${stage.mission}</loc>`);
      expect(map.body.match(/<loc>[^<]*\/partners\/[^<]+<\/loc>/g)).toHaveLength(4);
      expect((await crawled("/robots.txt")).body).toBe(
        `User-agent: *\nAllow: /\nDisallow: /admin\nDisallow: /api\n\nSitemap: ${portal}/sitemap.xml\n`,
      );
    } finally {
      await stop();
    }
  });

  /** The same database, by a portal that has an address. */
  async function known({ kernel }: Product) {
    const config = { mongoUri: kernel.config.mongoUri, publicUrl: portal, demo: false };
    const other = await startProduct({ config });
    return { crawled: (url: string) => asked(other, url), stop: () => other.broker.stop() };
  }
});
