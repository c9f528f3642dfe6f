import { useHash } from "../parts/address-hash.ts";

const form = /^#([A-Za-z0-9_-]{43})$/;

/** What stands after the # of a letter's link. */
export const useLinkInAddress = (): string | undefined => form.exec(useHash())?.[1];
