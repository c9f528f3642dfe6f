import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import { invalid } from "#shared/contract/refusals.ts";
import { Base64, closed, DocumentId } from "#shared/contract/schemas.ts";
import { LogoType } from "../installation/fields.ts";

/** Bytes of the file, and pixels of a side: a small file may unfold to an image that fills a browser's memory. */
export const most = { bytes: 200 * 1024, pixels: 4_000 };

export const actions = {
  /** Keeps an image until a change of the settings names it as the logo; a day later it is gone. */
  keepLogo: save({
    route: "POST /settings/logos",
    may: "change the settings",
    input: closed({ image: Base64(most.bytes) }),
    output: closed({ logo: DocumentId() }),
    refusals: {
      "settings.logo-no-image": invalid(),
      /** It may hold scripts and fetch from elsewhere. */
      "settings.logo-svg": invalid(),
      "settings.logo-too-wide": invalid({ most: Type.Integer() }),
    },
  }),
  /** For the gateway, which serves it at an address of its own; none where there is no such image. */
  logo: query({
    may: "serve logos",
    input: closed({ image: DocumentId() }),
    output: closed({ logo: Type.Optional(closed({ type: LogoType(), image: Base64(most.bytes) })) }),
  }),
};
