import logService from "#services/log/log.service.ts";
import { inRole, nobody, type Principal } from "#shared/access/principal.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Input, Reply } from "#shared/contract/contract.ts";
import { partsOf } from "#shared/contract/serve.ts";
import { documentsOf } from "#shared/documents/collection.ts";
import { startNode, type TestNode } from "#shared/testing/node.ts";
import { settings as contract } from "./settings.contract.ts";
import settingsService from "./settings.service.ts";
import { base64, images } from "./settings.testing.ts";

const { actions } = contract;
const admin = inRole("admin", "mira", "office");
const officer = inRole("officer", "leen", "office");
const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
let node: TestNode;

beforeAll(async () => {
  node = await startNode({ services: [logService, settingsService], clock });
});
afterAll(() => node.stop());

type Asked = Input<typeof actions.changeSettings>;
const change = (version: number, changes: Asked["changes"], cleared: Asked["cleared"] = []) =>
  node.as(admin, actions.changeSettings, { version, changes, cleared });

async function readAs(who: Principal) {
  await node.settled();
  return (await node.as(who, actions.settings, {})) as Exclude<
    Reply<typeof actions.settings>,
    { refused: string }
  >;
}

async function shown() {
  await node.settled();
  return node.as(nobody, actions.installation, {});
}

it("has a name, hours and languages before anyone has set any", async () => {
  expect(await shown()).toEqual({
    ...{ name: { en: "Causeway" }, shortName: "Causeway" },
    ...{ languages: ["en", "de", "fr", "nl"], defaultLanguage: "en" },
  });
  const { settings, version } = await readAs(officer);
  expect(version).toBe(0);
  expect(settings).toMatchObject({ officeDays: [1, 2, 3, 4, 5], closesAt: "17:00", country: "BE" });
});

it("shows everyone the public part of what an admin has set, and officers all of it", async () => {
  const publicPart = {
    ...{ name: { nl: "Getijkracht", en: "Tidal Power" }, shortName: "Getij" },
    ...{ email: "office@cluster.example", postalAddress: "Zeedijk 1\n8400 Oostende" },
    ...{ languages: ["nl", "en"], defaultLanguage: "nl" },
  };
  const hours = { officeDays: [1, 2], closesAt: "12:00", senderName: "Getij, the office" };
  expect(await change(0, { ...publicPart, ...hours })).toMatchObject({ version: 1 });
  expect(await shown()).toEqual(publicPart);
  expect((await readAs(officer)).settings).toMatchObject({ ...publicPart, ...hours });
  expect(await node.as(nobody, actions.settings, {})).toMatchObject({ refused: "unauthenticated" });
  const auditor = inRole("auditor", "an", "office");
  expect(await node.as(auditor, actions.settings, {})).toMatchObject({ refused: "not-allowed" });
  const asOfficer = { version: 1, changes: { shortName: "Leen" } };
  expect(await node.as(officer, actions.changeSettings, asOfficer)).toMatchObject({ refused: "not-allowed" });
});

it("I7: merges edits to different settings, refuses a stale one and says which, and leaves what is cleared empty", async () => {
  const seen = (await readAs(admin)).version;
  const [first, second] = await Promise.all([
    change(seen, { telephone: "+32 59 11 11 11" }),
    change(seen, { website: "https://cluster.example" }),
  ]);
  expect([first, second]).not.toContainEqual(expect.objectContaining({ refused: expect.anything() }));
  expect(await change(seen, { telephone: "+32 59 22 22 22" })).toEqual({
    refused: "settings.changed-meanwhile",
    params: { fields: ["telephone"], version: seen + 2 },
  });
  const { settings, version } = await readAs(admin);
  expect(settings).toMatchObject({ telephone: "+32 59 11 11 11", website: "https://cluster.example" });
  await change(version, {}, ["telephone", "email"]);
  const after = (await readAs(admin)).settings;
  expect([after.telephone, after.email, after.website]).toEqual([
    undefined,
    undefined,
    "https://cluster.example",
  ]);
});

it("keeps a logo by the hash of its bytes, once it is named", async () => {
  const keep = (image: string) => node.as(admin, actions.keepLogo, { image });
  const { logo } = (await keep(images.webp)) as { logo: string };
  expect(await keep(images.webp)).toEqual({ logo });
  expect(logo).toMatch(/^[0-9a-f]{64}$/);
  const documents = documentsOf(node.kernel.mongo, "settings");
  expect(await documents.countDocuments({ kind: "logo" })).toBe(1);
  const { version } = await readAs(admin);
  expect(await change(version, { logo: "0".repeat(64) })).toMatchObject({ refused: "settings.logo-unknown" });
  await change(version, { logo });
  expect(await shown()).toMatchObject({ logo: { image: logo, type: "image/webp", width: 1, height: 1 } });
  const system: Principal = { kind: "system", system: "gateway" };
  const stored = { type: "image/webp", image: images.webp };
  expect(await node.as(system, actions.logo, { image: logo })).toEqual({ logo: stored });

  const { logo: unused } = (await keep(images.png)) as { logo: string };
  clock.advance(25 * 60 * 60_000);
  await node.settled();
  await partsOf(node.broker, "settings")!.keeper.sweep();
  expect((await documents.find().lean()).map(({ _id }) => _id)).toEqual([logo]);
  expect(await node.as(system, actions.logo, { image: unused })).toEqual({});
  await change(version + 1, {}, ["logo"]);
  expect(await shown()).not.toHaveProperty("logo");
});

it("refuses what is no logo, and keeps nothing of it", async () => {
  const documents = documentsOf(node.kernel.mongo, "settings");
  const before = await documents.countDocuments();
  const refused = async (image: string) => node.as(admin, actions.keepLogo, { image });
  expect(await refused(base64('<svg width="1" height="1"/>'))).toMatchObject({
    refused: "settings.logo-svg",
  });
  expect(await refused(base64("no image"))).toMatchObject({ refused: "settings.logo-no-image" });
  await expect(refused("A".repeat(273_072))).rejects.toMatchObject({ type: "VALIDATION_ERROR" });
  expect(await documents.countDocuments()).toBe(before);
});

it("takes nothing into a header that would begin another", async () => {
  for (const senderName of ["Getij\r\nBcc: all@cluster.example", "Getij\u0000", "\u202eecruos"])
    await expect(change(0, { senderName })).rejects.toMatchObject({ type: "VALIDATION_ERROR" });
  await expect(change(0, { replyTo: "a@b.example, c@d.example" })).rejects.toMatchObject({ code: 422 });
  await expect(change(0, { website: "javascript:alert(1)" })).rejects.toMatchObject({ code: 422 });
});
