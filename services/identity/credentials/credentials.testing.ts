import { setTimeout as sleep } from "node:timers/promises";
import { Secret, TOTP } from "otpauth";
import logService from "#services/log/log.service.ts";
import mailService from "#services/mail/mail.service.ts";
import settingsService from "#services/settings/settings.service.ts";
import { nobody, type Principal } from "#shared/access/principal.ts";
import { hashOf } from "#shared/access/secrets.ts";
import { manualClock } from "#shared/clock/clock.ts";
import type { Config } from "#shared/config/config.ts";
import { callAs } from "#shared/contract/call.ts";
import type { Action, Input } from "#shared/contract/contract.ts";
import { startMailServer } from "#shared/testing/mail-server.ts";
import { startNode } from "#shared/testing/node.ts";
import { identity } from "../identity.contract.ts";
import identityService from "../identity.service.ts";
import { holderOf } from "../sessions/sessions.testing.ts";

const { actions } = identity;
const system: Principal = { kind: "system", system: "test" };
export const good = "lantern 7 oyster gravel";

/** An office with Leen, who works there, and a company with Sanne; a mail server; a clock that stands still. */
export async function openOffice(config: Partial<Config> = {}) {
  const clock = manualClock(new Date("2026-11-23T09:00:00Z"));
  const server = await startMailServer();
  const node = await startNode({
    services: [logService, identityService, mailService, settingsService],
    clock,
    config: { smtpUrl: server.url, publicUrl: "https://portal.example.org", demo: false, ...config },
  });
  const admit = async (
    id: string,
    kind: "office" | "company",
    person: string,
    role: "officer" | "member",
    name: string = id,
  ) => {
    await node.as(system, actions.admitOrganisation, { id, kind, name, country: "BE", size: "sme" });
    await node.settled();
    const own = { name: `${person} Verhulst`, email: `${person}@${id}.example`, language: "en" };
    await node.as(system, actions.admitPerson, { id: person, organisation: id, roles: [role], ...own });
  };
  await admit("office", "office", "leen", "officer", "Getijkracht");
  await admit("zandbank", "company", "sanne", "member");
  await node.settled();

  const ask = async <A extends Action<any, any, any, any>>(
    action: A,
    input: Input<A>,
    who: Principal = nobody,
    browser = hashOf("leen's browser"),
  ) => (await callAs(node.broker, action, input, { who, browser })).reply as any;

  async function letters(count: number) {
    const limit = performance.now() + 10_000;
    while (server.taken.length < count && performance.now() < limit) await sleep(20);
    return server.taken.slice(0, count).map(({ subject, text }) => `${subject}\n${text}`);
  }

  /** Who this session makes its holder. */
  async function whose({ secret }: { secret: string }): Promise<Principal> {
    const who = await holderOf(node, hashOf(secret));
    return who === "nobody" ? nobody : ({ kind: "person", ...who } as unknown as Principal);
  }

  const linkFor = (email: string) => linkAfter(() => ask(actions.askForLink, { email, language: "en" }));

  /** In the letter that comes of it. */
  async function linkAfter(asked: () => Promise<unknown>): Promise<string> {
    const linksIn = () =>
      server.taken.flatMap(({ text }) => /new-password#([\w-]{43})/.exec(text ?? "")?.[1] ?? []);
    const before = linksIn().length;
    await asked();
    const limit = performance.now() + 10_000;
    while (linksIn().length === before && performance.now() < limit) await sleep(20);
    return linksIn()[before]!;
  }

  async function withPassword(email = "leen@office.example", password = good) {
    return ask(actions.setPassword, { link: await linkFor(email), password });
  }

  /** An app that knows the seed, at the office's clock or so many steps from it. */
  const codeOf = (seed: string, steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(seed) }).generate({
      timestamp: clock.now().getTime() + steps * 30_000,
    });

  async function withSecondFactor() {
    const session = await withPassword();
    const who = await whose(session);
    const { seed } = await ask(actions.prepareSecondFactor, {}, who);
    const set = await ask(actions.confirmSecondFactor, { code: codeOf(seed) }, who);
    clock.advance(30_000);
    return { seed, recoveryCodes: set.recoveryCodes as string[], who: await whose(set) };
  }

  return {
    ...{
      node,
      clock,
      server,
      actions,
      ask,
      letters,
      linkFor,
      linkAfter,
      whose,
      withPassword,
      withSecondFactor,
      codeOf,
    },
    async stop() {
      await node.stop();
      await server.stop();
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
