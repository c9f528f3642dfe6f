import { useTranslation } from "react-i18next";
import { InPlace } from "../parts/InPlace.tsx";
import { NameForm } from "./NameForm.tsx";
import type { ListName } from "./Tools.tsx";
import { useSaving } from "./useSaving.ts";
import type { View } from "./views.ts";

type Props = { list: ListName; search: string; current: View | undefined };

/** The filters as they are now, under a name. */
export function SaveView({ list, search, current }: Props) {
  const { t } = useTranslation("identity");
  const save = useSaving("POST /saved-views");
  const own = current?.abilities.length ? current.name : "";
  return (
    <InPlace ask={t("lists.views.save")} about="">
      {(close) => (
        <NameForm
          name={own}
          hint={t("lists.views.name-hint")}
          yes={t("lists.views.save")}
          saving={save}
          onName={(name) => save.mutate({ list, name, search }, { onSuccess: close })}
          onCancel={close}
        />
      )}
    </InPlace>
  );
}
