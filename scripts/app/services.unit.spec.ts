import { expect, test } from "@jest/globals";
import { chosenServices } from "./services.ts";

const present = ["gateway", "log", "missions"];

test("all services are meant when none is named", () => {
  expect(chosenServices(undefined, present)).toEqual(present);
  expect(chosenServices(" ", present)).toEqual(present);
});

test("the named ones are taken, however they are spaced", () => {
  expect(chosenServices("log, gateway", present)).toEqual(["log", "gateway"]);
});

test("a name without a service is refused with those that exist", () => {
  expect(() => chosenServices("gatway,log", present)).toThrow(
    "SERVICES names gatway, which does not exist. There are: gateway, log, missions.",
  );
});
