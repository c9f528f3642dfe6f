const form = ["country", "organisation", "contact", "members", "team", "recognition", "sectors"];
const rest = ["cooperation", "declaration", "check"];

/** Every page of the web app in one language, by who looks at it. */
export function pagesIn(language: string, mission: string) {
  const inLanguage = (paths: string[]) => paths.map((path) => `/${language}${path}`);
  const inOffice = (paths: string[]) => paths.map((path) => (path ? `/admin/${path}` : "/admin"));
  const steps = ["", "/check", "/check?seats=9&least=2", "/done"];
  const ofMission = `/missions/${mission}`;
  return {
    anyone: [
      ...inLanguage(["", "/missions", ofMission, "/partners", "/register", "/register/form"]),
      ...inLanguage(["/help", "/privacy", "/accessibility", "/nothing/here"]),
      ...["/sign-in", "/sign-in/password"],
    ],
    cluster: inLanguage(
      ["status", "form", ...[...form, ...rest].map((section) => `form/${section}`)].map(
        (path) => `/register/${path}`,
      ),
    ),
    office: inOffice([
      ...["", "officers", "review", "missions", `missions/${mission}`, `missions/${mission}/seats`],
      ...["organisations", "letters", "access"],
    ]),
    administration: [...inOffice(["people", "settings", "erasures", "audit", "changes"]), "/account"],
    member: [
      ...["/organisation/people", "/account"],
      ...inLanguage(["/me", "/missions", ofMission, ...steps.map((step) => `${ofMission}/sign-up${step}`)]),
    ],
  };
}
