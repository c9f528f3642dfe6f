import { decrypt, encrypt } from "./encrypted.ts";

const secret = "a secret of at least thirty-two characters";

it("gives back what was encrypted, and never the same twice", () => {
  const one = encrypt(secret, "seeds", "JBSWY3DP é");
  expect(decrypt(secret, "seeds", one)).toBe("JBSWY3DP é");
  expect(encrypt(secret, "seeds", "JBSWY3DP é")).not.toBe(one);
  expect(one).not.toContain("JBSWY3DP");
});

it("refuses what was changed, or made with another secret or for another purpose", () => {
  const one = encrypt(secret, "seeds", "text");
  const changed = `${one.slice(0, -2)}${one.endsWith("AA") ? "BB" : "AA"}`;
  expect(() => decrypt(secret, "seeds", changed)).toThrow();
  expect(() => decrypt(`${secret}!`, "seeds", one)).toThrow();
  expect(() => decrypt(secret, "others", one)).toThrow();
});
