import Type from "typebox";
import {
  ByLanguage,
  Code,
  CodeOf,
  closed,
  Day,
  EmailAddress,
  Id,
  Instant,
  KnownCodeOf,
  LanguageTag,
  list,
  PublicText,
  set,
  Text,
  TimeZone,
  Website,
  Words,
} from "./schemas.ts";
import { ContractValidator, type FieldError } from "./validator.ts";

/** `true`, or what is wrong. */
function check(schema: object, input: unknown): true | FieldError[] {
  return (new ContractValidator().compile(schema) as unknown as (input: unknown) => true | FieldError[])(
    input,
  );
}
const takes = (schema: object, value: unknown) =>
  check(closed({ field: schema as any }), { field: value }) === true;

describe("schemas", () => {
  const cases: [string, object, unknown[], unknown[]][] = [
    [
      "Id",
      Id(),
      ["abc", "4kq0x7m2v9c1zr5t8wbd", "kitakyushu-2027"],
      ["ab", "-abc", "ABC", "a b c", "a".repeat(65), "../etc", "abc\n", ""],
    ],
    [
      "Instant",
      Instant(),
      ["2026-11-23T09:00:00.000Z", "2026-11-23T09:00:00Z", "2028-02-29T23:59:59.999999999Z"],
      [
        "2026-11-23",
        "2026-11-23T09:00:00",
        "2026-11-23T09:00:00+00:00",
        "2026-11-23T09:00:00+01:00",
        "2026-11-23t09:00:00z",
        "2026-11-23 09:00:00Z",
        "2026-12-31T23:59:60Z",
        "2026-11-23T24:00:00Z",
        "2026-11-23T09:60:00Z",
        "2026-02-30T09:00:00Z",
        "2026-02-29T09:00:00Z",
        "2026-13-01T09:00:00Z",
        "99999-01-01T00:00:00Z",
        "+002026-11-23T09:00:00Z",
        1_763_888_400_000,
      ],
    ],
    [
      "Day",
      Day(),
      ["2026-11-23", "2028-02-29"],
      ["2026-02-30", "2026-02-29", "2026-13-01", "23-11-2026", "2026-11-23T00:00:00Z"],
    ],
    [
      "LanguageTag",
      LanguageTag(),
      ["nl", "en", "pt-BR", "zh-Hant-TW"],
      ["", "x", "zz", "english", "NL", "nl_BE", "iw", "nl-BE-x-private-words"],
    ],
    ["Code", Code(4), ["BE", "BE25", "A.1-"], ["", "BE251", "B E", "-BE", "é", "<b>"]],
    ["CodeOf", CodeOf("countries", "nuts"), ["BE", "BE25"], ["AN", "NL31", "be", "ZZ", "", 7]],
    ["KnownCodeOf", KnownCodeOf("countries", "nuts"), ["BE", "BE25", "AN", "NL31"], ["be", "ZZ", "", 7]],
    [
      "PublicText",
      PublicText(),
      ["Ceará: groene waterstof", "a", "𝒞".repeat(200)],
      ["", "   ", "\t\n", "a".repeat(201), "𝒞".repeat(201)],
    ],
    ["Text", Text(3), ["a b", "é"], ["", "  ", "abcd"]],
    [
      "EmailAddress",
      EmailAddress(),
      ["aiko@kitakyushu.example"],
      [
        "aiko",
        "a@b@c.example",
        "a@b.example\nbcc: all",
        `${"a".repeat(250)}@b.example`,
        "a@b.example, c@d.example",
      ],
    ],
    [
      "TimeZone",
      TimeZone(),
      [
        "Europe/Brussels",
        "Asia/Kolkata",
        "Asia/Calcutta",
        "America/Argentina/Buenos_Aires",
        "UTC",
        "Etc/GMT+5",
      ],
      ["", "+23:00", "-03:00", "+0100", "+01", "Europe/Brugge", "CEST+1"],
    ],
    [
      "Website",
      Website(),
      [
        "https://cluster.example",
        "http://cluster.example:8080/a@b?c=@#@",
        "https://[2001:db8::1]/",
        "https://a.example?q",
      ],
      [
        "https://user:pass@cluster.example",
        "https://user@cluster.example/",
        "https://bank.example@cluster.example?a",
        "https://",
        "https:///a",
        "ftp://cluster.example",
        "cluster.example",
      ],
    ],
    [
      "set",
      set(Id(), 3),
      [[], ["abc", "abd"]],
      [
        ["abc", "abc"],
        ["abc", "abd", "abc"],
      ],
    ],
    [
      "ByLanguage",
      ByLanguage(PublicText(9)),
      [{ nl: "Ceará" }, { en: "Ceará", fr: "Ceará" }],
      [{}, { nl: "" }, { xx: "Ceará" }, { nl: "Ceará", zz: "Ceará" }, { NL: "Ceará" }, { "nl-BE": "Ceará" }],
    ],
    ["Words", Words("open", "closed"), ["open"], ["opened", "OPEN", "", null, ["open"]]],
    ["list", list(Id(), 2), [[], ["abc"]], [["abc", "abc", "abc"], ["a"], "abc", { 0: "abc" }]],
  ];
  it.each(cases)("%s", (_name, schema, right, wrong) => {
    expect(right.filter((value) => !takes(schema, value))).toEqual([]);
    expect(wrong.filter((value) => takes(schema, value))).toEqual([]);
  });
});

describe("what is wrong is said", () => {
  const schema = closed({
    name: PublicText(),
    seats: Type.Integer({ minimum: 1, maximum: 5 }),
    legs: list(closed({ country: Code(2) })),
    state: Type.Optional(Words("open")),
  });
  const right = { name: "Ceará", seats: 2, legs: [{ country: "BR" }] };

  it("with the place, the rule and what its text needs", () => {
    const wrong = { seats: 9, legs: [{ country: "BRA" }, {}], state: "shut", _id: 1 };
    expect(check(schema, wrong)).toEqual(
      expect.arrayContaining([
        { pointer: "/name", code: "required", params: {} },
        { pointer: "/seats", code: "maximum", params: { limit: 5 } },
        { pointer: "/legs/0/country", code: "maxLength", params: { limit: 2 } },
        { pointer: "/legs/1/country", code: "required", params: {} },
        { pointer: "/state", code: "enum", params: {} },
        { pointer: "/_id", code: "additionalProperties", params: {} },
      ]),
    );
  });

  it("of a text in nobody's language, at its name", () => {
    expect(check(ByLanguage(PublicText()), { xx: "Ceará" })).toEqual([
      { pointer: "/xx", code: "language", params: {} },
    ]);
  });

  it("never with the value that was sent", () => {
    const secret = "my passport is EM123456";
    const said = JSON.stringify(
      check(schema, { ...right, name: secret.repeat(20), seats: secret, state: secret }),
    );
    expect(said).not.toContain("passport");
  });

  it("at most fifty times", () => {
    const legs = Array.from({ length: 200 }, () => ({ country: 7 }));
    expect(check(schema, { ...right, legs })).toHaveLength(50);
  });

  it("a name with a slash does not point elsewhere", () => {
    expect(check(schema, { ...right, "a/b": 1 })).toEqual([
      { pointer: "/a~1b", code: "additionalProperties", params: {} },
    ]);
  });
});

describe("input is taken as it is", () => {
  const schema = closed({
    seats: Type.Integer(),
    yes: Type.Optional(Type.Boolean()),
    limit: Type.Integer({ default: 20 }),
  });

  it("nothing is turned into what was wanted", () => {
    for (const seats of ["2", true, null, [2], 2.5, Number.POSITIVE_INFINITY, Number.NaN])
      expect(check(schema, { seats })).not.toBe(true);
    expect(check(schema, { seats: 2, yes: "true" })).not.toBe(true);
  });

  it("nothing is dropped, and what was left out gets its default", () => {
    const input = { seats: 2, isAdmin: true };
    expect(check(schema, input)).not.toBe(true);
    expect(input).toMatchObject({ isAdmin: true });
    const short = { seats: 2 };
    expect(check(schema, short)).toBe(true);
    expect(short).toEqual({ seats: 2, limit: 20 });
  });

  it("a key that would change what all objects are is one like others: refused", () => {
    expect(check(schema, JSON.parse('{"seats":2,"__proto__":{"isAdmin":true}}'))).not.toBe(true);
    expect(({} as any).isAdmin).toBeUndefined();
  });
});
