import { useTranslation } from "react-i18next";
import { mayTake } from "../app/may.ts";
import { useAsk } from "../app/queries.ts";
import { useSession } from "../app/session.ts";
import { Asked } from "../parts/Asked.tsx";
import { Part } from "../parts/Page.tsx";
import { MergeForm } from "./MergeForm.tsx";
import type { Preview } from "./sides.ts";
import { UnderWay } from "./UnderWay.tsx";
import { WhatDiffers } from "./WhatDiffers.tsx";

/** Two registrations that may be of one cluster, side by side, and what would come of merging them. */
export default function Merger({ id, other }: { id: string; other: string }) {
  const merger = useAsk("GET /registrations/:id/merger/:other", { id, other });
  return <Asked of={merger}>{(found) => <Sides preview={found} />}</Asked>;
}

function Sides({ preview }: { preview: Preview }) {
  const { t } = useTranslation("review");
  const stays = useAsk("GET /registrations/:id", { id: preview.stays });
  const goes = useAsk("GET /registrations/:id", { id: preview.goes });
  const merges = mayTake(useSession(), "POST /registrations/:id/merger");
  return (
    <Asked of={stays}>
      {(kept) => (
        <Asked of={goes}>
          {(gone) => (
            <>
              <div className="stack about-text">
                <p>{t(`mergers.because.${preview.because}`, { name: kept.name, at: kept.submittedAt })}</p>
                <p>
                  {t(gone.state === "published" ? "mergers.goes" : "mergers.goes-unseen", {
                    name: gone.name,
                    at: gone.submittedAt,
                  })}
                </p>
              </div>
              {preview.underWay.length > 0 && <UnderWay all={preview.underWay} sides={[kept, gone]} />}
              <Part title={t("mergers.differs")}>
                <WhatDiffers stays={kept} goes={gone} />
              </Part>
              {merges && !preview.underWay.length && <MergeForm preview={preview} stays={kept} goes={gone} />}
            </>
          )}
        </Asked>
      )}
    </Asked>
  );
}
