import { Spotlight } from "@mantine/spotlight";
import { useTranslation } from "react-i18next";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { useWords } from "../app/words.ts";
import { matches } from "./matches.ts";
import { offersOn, type Why } from "./registration-commands.ts";
import { useSelected } from "./selected.ts";

/** What can be done with the record that is open, or with what is chosen of a list. */
export function OnSelected({ query }: { query: string }) {
  const selected = useSelected();
  if (selected?.kind === "registration") return <OnRegistration id={selected.id} query={query} />;
  const commands = selected?.commands.filter(({ label }) => matches(query, label));
  if (!selected || !commands?.length) return null;
  return (
    <Spotlight.ActionsGroup label={selected.title}>
      {commands.map(({ label, button }) => (
        <Spotlight.Action key={button} label={label} onClick={() => press(button)} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** What cannot be done stands there too, with the reason. */
function OnRegistration({ id, query }: { id: string; query: string }) {
  const { t } = useTranslation(["palette", "review", "partnerships"]);
  const { say, ofRefusal } = useWords();
  const session = useSession();
  const { data } = useAsk("GET /registrations/:id", { id });
  if (!data) return null;
  const label = (name: string) => say([`palette:commands.${name}`, `partnerships:steps.${name}`]);
  const reason = (why: Why) =>
    "key" in why
      ? t(why.key === "only-officers" ? "review:only-officers" : "undo-nothing")
      : ofRefusal(why.refusal, why.params, "");
  const offers = offersOn(data, (route) => mayTake(session, route)).filter(({ name }) =>
    matches(query, label(name), data.name),
  );
  if (!offers.length) return null;
  return (
    <Spotlight.ActionsGroup label={data.name}>
      {offers.map(({ name, button, why }) => (
        <Spotlight.Action
          key={name}
          label={label(name)}
          {...(why && { description: reason(why), "aria-disabled": true, closeSpotlightOnTrigger: false })}
          onClick={() => {
            if (!why) press(button);
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

/** Once the palette has gone: it holds the focus as long as it is there. */
const press = (button: string) => setTimeout(() => document.getElementById(button)?.click(), 50);
