import { carryLink, dropLink } from "../app/api.ts";

/** What opens a registration: its id and its secret. In an address it is a fragment, which no server sees. */
export type RegistrationLink = { id: string; secret: string };

const place = "causeway.registration";
const form = /^#?([a-z0-9][a-z0-9-]{2,63})\.([A-Za-z0-9_-]{43})$/;

export function linkIn(fragment: string): RegistrationLink | undefined {
  const [, id, secret] = form.exec(fragment) ?? [];
  return id && secret ? { id, secret } : undefined;
}

const written = ({ id, secret }: RegistrationLink) => `${id}.${secret}`;

/** Kept for this tab only: a shared computer forgets it. */
export function keepLink(link: RegistrationLink): void {
  sessionStorage.setItem(place, written(link));
  carryLink(link.id, link.secret);
}

export function keptLink(): RegistrationLink | undefined {
  const link = linkIn(sessionStorage.getItem(place) ?? "");
  if (link) carryLink(link.id, link.secret);
  return link;
}

export function forgetLink(): void {
  const link = linkIn(sessionStorage.getItem(place) ?? "");
  if (link) dropLink(link.id);
  sessionStorage.removeItem(place);
}

export const addressOfLink = (link: RegistrationLink, language: string): string =>
  `${location.origin}/${language}/register#${written(link)}`;
