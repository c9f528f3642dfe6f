import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Out, type Problem, send } from "../app/api.ts";
import { saveFile } from "../app/save-file.ts";
import { Trouble } from "../parts/Trouble.tsx";

type File = Out<"GET /reads/file">;
type Wanted = { person?: string; record?: string };

/** The list as a file, for who has to hand it on. It is made when it is asked for: to ask is a read too. */
export function ReadsFile({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation(["web", "identity"]);
  const make = useMutation<File, Problem, number | undefined>({
    mutationFn: (before) => send("GET /reads/file", { ...wanted, ...(before && { before }) }),
    // Without the mark, spreadsheets take it for another encoding.
    onSuccess: ({ csv }) => saveFile("reads.csv", "text/csv", `\uFEFF${csv}`),
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
