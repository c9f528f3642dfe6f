import { base64, images } from "../settings.testing.ts";
import { look } from "./image.ts";

const bytes = (image: string) => Buffer.from(image, "base64");

it.each([
  ["image/png", images.png],
  ["image/jpeg", images.jpeg],
  ["image/webp", images.webp],
])("takes an image by its bytes: %s", (type, image) => {
  expect(look(bytes(image))).toEqual({ type, width: 1, height: 1 });
});

it.each([
  ["settings.logo-svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>'],
  ["settings.logo-svg", '<?xml version="1.0"?><svg width="9" height="9"></svg>'],
  ["settings.logo-no-image", "<!doctype html><script>alert(1)</script>"],
  ["settings.logo-no-image", "GIF89a\x01\x00\x01\x00\x00\x00\x00;"],
  ["settings.logo-no-image", "BMabc"],
  ["settings.logo-no-image", ""],
])("refuses what is none that it takes: %s", (refused, text) => {
  expect(look(bytes(base64(text)))).toEqual({ refused, params: {} });
});

it("refuses a name without an image: the first bytes alone are none", () => {
  for (const image of Object.values(images)) {
    const first = bytes(image).subarray(0, 12);
    expect(look(first)).toEqual({ refused: "settings.logo-no-image", params: {} });
  }
});

it("refuses a small file that unfolds to a large image", () => {
  const image = bytes(images.png);
  image.writeUInt32BE(4_001, 16);
  expect(look(image)).toEqual({ refused: "settings.logo-too-wide", params: { most: 4_000 } });
});
