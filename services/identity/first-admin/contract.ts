import { save } from "#shared/contract/contract.ts";
import { conflict, notFound } from "#shared/contract/refusals.ts";
import {
  CodeOf,
  closed,
  EmailAddress,
  LanguageTag,
  Name,
  PublicText,
  Secret,
} from "#shared/contract/schemas.ts";

export const actions = {
  /** Once, by the link that an installation prints on its console while it knows nobody. */
  becomeFirstAdmin: save({
    route: "POST /first-admin",
    may: "anyone",
    browser: true,
    input: closed({
      link: Secret(),
      organisationName: PublicText(),
      country: CodeOf("countries"),
      name: Name(120),
      email: EmailAddress(),
      language: LanguageTag(),
    }),
    /** Opens the choice of a password, in this browser. */
    output: closed({ link: Secret() }),
    refusals: { "identity.first-admin-over": notFound(), "identity.address-taken": conflict() },
  }),
};
