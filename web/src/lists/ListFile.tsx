import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type In, type Out, type Problem, send } from "../app/api.ts";
import { keepPlace } from "../app/focus.ts";
import { withStepUp } from "../app/step-up.ts";
import { saveFile } from "../parts/save-file.ts";
import { Trouble } from "../parts/Trouble.tsx";
import type { ListName } from "./Tools.tsx";

type Made = Out<"GET /lists/file">;
type Format = In<"GET /lists/file">["format"];
type Asked = { format: Format; after?: string | undefined };

const types = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A list as a file, for who has to hand it on. It is made when it is asked for: to ask is a read too. */
export function ListFile({ list, search }: { list: ListName; search: string }) {
  const { t, i18n } = useTranslation("identity");
  const make = useMutation<Made, Problem, Asked>({
    mutationFn: ({ format, after }) =>
      withStepUp(() =>
        send("GET /lists/file", {
          ...{ list, format, language: i18n.language },
          ...(search && { search }),
          ...(after && { after }),
        }),
      ),
    onSuccess: ({ name, base64 }, { format }) => saveFile(name, types[format], bytesOf(base64)),
  });
  const { next, name, rows } = make.data ?? {};
  const format = make.variables?.format ?? "csv";
  return (
    <div className="stack">
      <div className="actions">
        {(["csv", "xlsx"] as const).map((one) => (
          <Button
            key={one}
            variant="default"
            loading={make.isPending && format === one}
            onClick={() => make.mutate({ format: one }, { onSettled: keepPlace() })}
          >
            {t(`lists.file.${one}`)}
          </Button>
        ))}
        {next && (
          <Button
            loading={make.isPending}
            onClick={() => make.mutate({ format, after: next }, { onSettled: keepPlace() })}
          >
            {t("lists.file.next")}
          </Button>
        )}
      </div>
      <p role="status" className="quiet small">
        {name && t("lists.file.done", { count: rows ?? 0, name })} {next && t("lists.file.more")}
      </p>
      {make.error && <Trouble problem={make.error} />}
    </div>
  );
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
