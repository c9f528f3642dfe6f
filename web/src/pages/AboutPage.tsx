import { useTranslation } from "react-i18next";
import { inLanguage } from "../app/format.ts";
import { useInstallation } from "../app/installation.ts";
import { useWords } from "../app/words.ts";
import { Page, Part } from "../parts/Page.tsx";

const topics = {
  help: ["registering", "link", "signing-in", "seats", "data"],
  privacy: ["who", "what", "why", "terms", "others", "cookies", "rights"],
  accessibility: ["standard", "known", "feedback"],
};

/** Text that belongs to the portal itself. */
export function AboutPage({ topic }: { topic: keyof typeof topics }) {
  const { t, i18n } = useTranslation("about");
  const { say } = useWords();
  const installation = useInstallation();
  const name = installation ? inLanguage(installation.name, i18n.language) : "";
  return (
    <Page title={t(`${topic}.title`)} lead={t(`${topic}.lead`)}>
      {topics[topic].map((part) => (
        <Part key={part} title={say(`about:${topic}.parts.${part}.title`)}>
          <p className="as-written about-text">{say(`about:${topic}.parts.${part}.text`, { name })}</p>
        </Part>
      ))}
    </Page>
  );
}
