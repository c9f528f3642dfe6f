import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type In, type Out, type Problem, send } from "../app/api.ts";
import { saveFile } from "../parts/save-file.ts";
import { Trouble } from "../parts/Trouble.tsx";

type Route = "GET /reads/file" | "GET /changes/file";
type Props<R extends Route> = { route: R; name: string; wanted: Omit<In<R>, "before"> };

/** A list of lines as a file, for who has to hand it on. It is made when it is asked for: to ask is a read too. */
export function LinesFile<R extends Route>({ route, name, wanted }: Props<R>) {
  const { t } = useTranslation(["web", "identity"]);
  const make = useMutation<Out<Route>, Problem, number | undefined>({
    mutationFn: (before) => send<Route>(route, { ...wanted, ...(before && { before }) }),
    // Without the mark, spreadsheets take it for another encoding.
    onSuccess: ({ csv }) => saveFile(`${name}.csv`, "text/csv", `\uFEFF${csv}`),
  });
  const next = make.data?.next;
  return (
    <div className="actions">
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate(next)}>
        {t(next ? "identity:audit.next-file" : "identity:audit.file")}
      </Button>
      {make.error && <Trouble problem={make.error} />}
    </div>
  );
}
