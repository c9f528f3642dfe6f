import Type from "typebox";
import { query, save } from "#shared/contract/contract.ts";
import { closed, EmailAddress, Id, Instant, list, Text, Words } from "#shared/contract/schemas.ts";

export const actions = {
  /** The newest first. */
  markedAddresses: query({
    route: "GET /marked-addresses",
    may: "read the outbox",
    input: closed({}),
    output: closed({
      rows: list(
        closed({
          address: Id(),
          to: EmailAddress(),
          /** Whom its letters are for: somebody, whoever registered a cluster, a delegate, or the office itself. */
          of: Words("person", "registration", "delegate", "office"),
          /** Of the person, the registration or the delegate. */
          id: Type.Optional(Id()),
          /** Of a person. */
          name: Type.Optional(Text(120)),
          at: Instant(),
          /** What a mail server said of it, in its own words. */
          said: Type.String(),
        }),
      ),
    }),
  }),
  /** It is right again, or was all along. */
  unmarkAddress: save({
    route: "DELETE /marked-addresses/:address",
    may: "say that an address is right",
    input: closed({ address: Id() }),
    output: closed({}),
  }),
  /** For whoever it is: that a letter to them came back. */
  ownAddress: query({
    route: "GET /account/address",
    may: "see whether own letters arrive",
    aboutCaller: true,
    input: closed({}),
    output: closed({ marked: Type.Optional(closed({ to: EmailAddress(), at: Instant() })) }),
  }),
};
