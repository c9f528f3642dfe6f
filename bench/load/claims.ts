/** A company and the session of its member. */
export type Member = { company: string; session: string };

/** Claims in an order in which no company asks twice for the same mission. */
export type Claims = {
  missions: string[];
  members: Member[];
  /** `together`: a mission after the other; `spread`: each claim another mission. */
  order: "together" | "spread";
  /** Claims before this one have been sent already. */
  from: number;
};

export type Claim = { mission: string; company: string; session: string };

export function claimAt({ missions, members, order }: Claims, n: number): Claim | undefined {
  const round = Math.floor(n / members.length);
  const member = members[n % members.length]!;
  if (round >= missions.length) return undefined;
  const mission = order === "together" ? round : ((n % members.length) + round) % missions.length;
  return { mission: missions[mission]!, ...member };
}

export function requestOf({ mission, company, session }: Claim): string {
  const body = `{"company":"${company}","seats":1}`;
  return [
    `POST /api/missions/${mission}/claims HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/json",
    `cookie: __Host-causeway=${session}`,
    "causeway-csrf: 1",
    `idempotency-key: ${mission}_${company}`,
    `content-length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}
