import { imageSize } from "image-size";
import type { Static } from "typebox";
import type { Refused } from "#shared/contract/contract.ts";
import { refuse } from "#shared/contract/refusals.ts";
import type { LogoType } from "../installation/fields.ts";
import { type actions, most } from "./contract.ts";

type No = Refused<typeof actions.keepLogo>;
type Type = Static<ReturnType<typeof LogoType>>;
export type Seen = { type: Type; width: number; height: number };

const types: Record<string, Type> = { png: "image/png", jpg: "image/jpeg", webp: "image/webp" };

/** What an image is by its own bytes, whatever its file was called. */
export function look(bytes: Uint8Array): Seen | No {
  const { type: kind = "", width, height } = sizeOf(bytes);
  const type = types[kind];
  if (!type) return refuse(kind === "svg" ? "settings.logo-svg" : "settings.logo-no-image");
  if (!(width > 0 && height > 0)) return refuse("settings.logo-no-image");
  if (Math.max(width, height) > most.pixels) return refuse("settings.logo-too-wide", { most: most.pixels });
  return { type, width, height };
}

function sizeOf(bytes: Uint8Array): { type?: string; width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch {
    return { width: 0, height: 0 };
  }
}
