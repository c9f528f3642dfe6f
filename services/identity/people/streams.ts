import { account } from "../accounts/accounts.ts";
import { consent } from "../consents/consents.ts";
import { credentials } from "../credentials/changes.ts";
import { erasure } from "../erasures/erasures.ts";
import { person } from "./people.ts";

const features = [account, consent, credentials, erasure, person].map(({ name }) => name);

/** In which stands what happened with somebody. Another record may be called as they are. */
export const streamsOf = (id: string): string[] => features.map((feature) => `${feature}/${id}`);
